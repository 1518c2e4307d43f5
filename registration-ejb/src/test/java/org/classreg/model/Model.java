package org.classreg.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The registration office as one would explain it on a blackboard: lists, no database, no locks. What it answers is what the real one must
 * answer.
 */
final class Model {

    static final String ENROLLED = "Enrolled";
    static final String INTERESTED = "Interested";

    /** @param course what its sections have in common */
    record Section(String code, String course, int seats, int from, int to) {

        boolean overlaps(Section other) {
            return from < other.to && other.from < to;
        }

        /** For {@code SmallProgram}: minutes of the day as 09:30-10:30. */
        String meeting() {
            return "%02d:%02d-%02d:%02d".formatted(from / 60, from % 60, to / 60, to % 60);
        }
    }

    static final List<Section> SECTIONS = List.of(
            new Section("E1s1", "E1", 2, 540, 600),
            new Section("E1s2", "E1", 1, 660, 720),
            new Section("E2s1", "E2", 1, 570, 630),
            new Section("E3s1", "E3", 2, 600, 660),
            new Section("E4s1", "E4", 3, 690, 780));

    static final List<String> STUDENTS = List.of("s1", "s2", "s3", "s4");

    private record Row(int id, String student, Section section, String type) {
    }

    private static final class Operation {
        final List<Row> begun = new ArrayList<>();
        final List<Row> ended = new ArrayList<>();
        boolean undone;
    }

    private final List<Row> active = new ArrayList<>();
    private final List<Operation> journal = new ArrayList<>();
    private int rows;

    static Section section(String code) {
        return SECTIONS.stream().filter(section -> section.code.equals(code)).findFirst().orElseThrow();
    }

    /** @return the codes of what speaks against it; empty if it was done */
    Set<String> register(String student, String code, String type) {
        var objections = objections(student, section(code), type, null);
        if (objections.isEmpty()) {
            begin(new Operation(), student, section(code), type);
        }
        return objections;
    }

    Set<String> move(String student, String from, String to) {
        var old = find(student, section(from), ENROLLED);
        var objections = objections(student, section(to), ENROLLED, from.equals(to) ? null : old);
        if (objections.isEmpty()) {
            var operation = new Operation();
            end(operation, old);
            begin(operation, student, section(to), ENROLLED);
        }
        return objections;
    }

    void expire(String student, String code, String type) {
        end(new Operation(), find(student, section(code), type));
    }

    void expireSection(String code) {
        var operation = new Operation();
        List.copyOf(active).stream().filter(row -> row.section.code.equals(code)).forEach(row -> end(operation, row));
    }

    void convert() {
        var operation = new Operation();
        for (var wish : List.copyOf(active)) {
            if (wish.type.equals(INTERESTED) && objections(wish.student, wish.section, ENROLLED, null).isEmpty()) {
                end(operation, wish);
                begin(operation, wish.student, wish.section, ENROLLED);
            }
        }
    }

    int operations() {
        return journal.size();
    }

    /** Undoes the n-th operation, from 0; false if it has been undone. */
    boolean undo(int number) {
        var operation = journal.get(number);
        if (operation.undone) {
            return false;
        }
        var undo = new Operation();
        operation.begun.stream().filter(active::contains).toList().forEach(row -> end(undo, row));
        operation.ended.stream().filter(row -> !operation.begun.contains(row)).sorted(Comparator.comparing(Row::id)).forEach(row -> {
            if (objections(row.student, row.section, row.type, null).isEmpty()) {
                begin(undo, row.student, row.section, row.type);
            }
        });
        operation.undone = journal.contains(undo);
        return true;
    }

    boolean has(String student, String code, String type) {
        return find(student, section(code), type) != null;
    }

    /** Who is registered where, in a form that is easy to compare: "E1s1 Enrolled" to usernames. */
    Map<String, Set<String>> rosters() {
        return active.stream().collect(Collectors.groupingBy(row -> row.section.code + " " + row.type, TreeMap::new,
                Collectors.mapping(Row::student, Collectors.toCollection(TreeSet::new))));
    }

    private Set<String> objections(String student, Section section, String type, Row givenUp) {
        var codes = new TreeSet<String>();
        if (!type.equals(ENROLLED)) {
            if (find(student, section, type) != null) {
                codes.add("ALREADY_REGISTERED");
            }
            return codes;
        }
        var schedule = active.stream().filter(row -> row.type.equals(ENROLLED) && row.student.equals(student) && row != givenUp).toList();
        if (schedule.stream().anyMatch(row -> row.section.course.equals(section.course))) {
            codes.add("ALREADY_IN_CLASS");
        }
        if (schedule.stream().anyMatch(row -> !row.section.course.equals(section.course) && row.section.overlaps(section))) {
            codes.add("SCHEDULE_CONFLICT");
        }
        if (active.stream().filter(row -> row.type.equals(ENROLLED) && row.section == section).count() >= section.seats) {
            codes.add("SECTION_FULL");
        }
        return codes;
    }

    private Row find(String student, Section section, String type) {
        return active.stream().filter(row -> row.student.equals(student) && row.section == section && row.type.equals(type))
                .findFirst().orElse(null);
    }

    private void begin(Operation operation, String student, Section section, String type) {
        var row = new Row(rows++, student, section, type);
        active.add(row);
        operation.begun.add(row);
        note(operation);
    }

    private void end(Operation operation, Row row) {
        active.remove(row);
        operation.ended.add(row);
        note(operation);
    }

    private void note(Operation operation) {
        if (!journal.contains(operation)) {
            journal.add(operation);
        }
    }
}
