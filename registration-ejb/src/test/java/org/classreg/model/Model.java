package org.classreg.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.classreg.registration.Treatment;

/**
 * The registration office as one would explain it on a blackboard: lists, no database, no locks. What it answers is what the real one must
 * answer.
 */
final class Model {

    static final String ENROLLED = "Enrolled";
    static final String INTERESTED = "Interested";
    static final String WAITLIST = "Waitlist";

    /** How many students may be in the program. */
    static final int CAP = 3;

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

    /** @param place in line; 0 for all but a waitlist */
    private record Row(int id, String student, Section section, String type, int place) {
    }

    /** How large a section is, and whether it has been cancelled. */
    private record State(int seats, boolean cancelled) {
    }

    /** That a section is in another state since. */
    private record Change(Section section, State before, State after) {
    }

    private static final class Operation {
        final List<Row> begun = new ArrayList<>();
        final List<Row> ended = new ArrayList<>();
        Change change;
        boolean undone;
    }

    private final List<Row> active = new ArrayList<>();
    private final List<Operation> journal = new ArrayList<>();
    private final Map<Section, State> states = new HashMap<>();
    private int rows;
    private int places;

    static Section section(String code) {
        return SECTIONS.stream().filter(section -> section.code.equals(code)).findFirst().orElseThrow();
    }

    /** @return the codes of what speaks against it; empty if it was done */
    Set<String> register(String student, String code, String type) {
        var objections = objections(student, section(code), type, List.of());
        if (objections.isEmpty()) {
            begin(new Operation(), student, section(code), type);
        }
        return objections;
    }

    /** Into a section, and out of what is in the way. */
    Set<String> swap(String student, String code) {
        var section = section(code);
        var inTheWay = active.stream().filter(row -> row.type.equals(ENROLLED) && row.student.equals(student) && row.section != section)
                .filter(row -> row.section.course.equals(section.course) || row.section.overlaps(section)).toList();
        return exchange(student, section, inTheWay);
    }

    Set<String> move(String student, String from, String to) {
        var old = find(student, section(from), ENROLLED);
        return exchange(student, section(to), from.equals(to) ? List.of() : List.of(old));
    }

    private Set<String> exchange(String student, Section section, List<Row> givenUp) {
        var objections = objections(student, section, ENROLLED, givenUp);
        if (objections.isEmpty()) {
            var operation = new Operation();
            givenUp.forEach(row -> end(operation, row));
            begin(operation, student, section, ENROLLED);
            fill(operation);
        }
        return objections;
    }

    /** Gives a section another size; who came last keeps the seat nevertheless, loses it, or waits before all others. */
    void resize(String code, int wanted, Treatment treatment) {
        var section = section(code);
        var operation = new Operation();
        change(operation, section, new State(wanted, isCancelled(section)));
        var inIt = active.stream().filter(row -> row.type.equals(ENROLLED) && row.section == section).sorted(Comparator.comparing(Row::id)).toList();
        var tooMany = treatment == Treatment.KEEP ? List.<Row>of() : inIt.subList(Math.min(wanted, inIt.size()), inIt.size());
        tooMany.forEach(row -> end(operation, row));
        if (treatment == Treatment.WAITLIST) {
            var place = line(section).stream().mapToInt(Row::place).min().orElse(1) - tooMany.size();
            for (var row : tooMany) {
                begin(operation, new Row(rows++, row.student, section, WAITLIST, place++));
            }
        }
        fill(operation);
    }

    /** Ends whatever is registered in a section, which nobody can join any more; false if it has been cancelled before. */
    boolean cancel(String code) {
        var section = section(code);
        if (isCancelled(section)) {
            return false;
        }
        var operation = new Operation();
        change(operation, section, new State(state(section).seats, true));
        List.copyOf(active).stream().filter(row -> row.section == section).forEach(row -> end(operation, row));
        fill(operation);
        return true;
    }

    private void change(Operation operation, Section section, State wanted) {
        if (!wanted.equals(state(section))) {
            operation.change = new Change(section, state(section), wanted);
            states.put(section, wanted);
            note(operation);
        }
    }

    private State state(Section section) {
        return states.getOrDefault(section, new State(section.seats, false));
    }

    private boolean isCancelled(Section section) {
        return state(section).cancelled;
    }

    /** Section by section, who waits first and can take it gets a free seat. */
    private void fill(Operation operation) {
        for (var section : SECTIONS) {
            for (var waiting : line(section)) {
                if (objections(waiting.student, section, ENROLLED, List.of()).isEmpty()) {
                    begin(operation, waiting.student, section, ENROLLED);
                }
            }
        }
    }

    private List<Row> line(Section section) {
        return active.stream().filter(row -> row.type.equals(WAITLIST) && row.section == section).sorted(Comparator.comparing(Row::place)).toList();
    }

    /** Who waits for a section, in line. */
    List<String> waiting(String code) {
        return line(section(code)).stream().map(Row::student).toList();
    }

    void expire(String student, String code, String type) {
        var operation = new Operation();
        end(operation, find(student, section(code), type));
        fill(operation);
    }

    void expireSection(String code) {
        var operation = new Operation();
        List.copyOf(active).stream().filter(row -> row.section.code.equals(code)).forEach(row -> end(operation, row));
        fill(operation);
    }

    void convert() {
        var operation = new Operation();
        for (var wish : List.copyOf(active)) {
            if (wish.type.equals(INTERESTED) && objections(wish.student, wish.section, ENROLLED, List.of()).isEmpty()) {
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
        if (operation.change != null && state(operation.change.section).equals(operation.change.after)) {
            change(undo, operation.change.section, operation.change.before);
        }
        operation.begun.stream().filter(active::contains).toList().forEach(row -> end(undo, row));
        operation.ended.stream().filter(row -> !operation.begun.contains(row)).sorted(Comparator.comparing(Row::id)).forEach(row -> {
            var codes = objections(row.student, row.section, row.type, List.of());
            if (row.type.equals(ENROLLED) ? codes.isEmpty() : !codes.contains("ALREADY_REGISTERED")) {
                begin(undo, new Row(rows++, row.student, row.section, row.type, row.place));
            }
        });
        fill(undo);
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

    private Set<String> objections(String student, Section section, String type, List<Row> givenUp) {
        var codes = new TreeSet<String>();
        if (!type.equals(ENROLLED) && find(student, section, type) != null) {
            codes.add("ALREADY_REGISTERED");
            return codes;
        }
        if (isCancelled(section)) {
            codes.add("SECTION_CANCELLED");
        }
        if (type.equals(INTERESTED)) {
            return codes;
        }
        var all = active.stream().filter(row -> row.type.equals(ENROLLED) && row.student.equals(student)).toList();
        var schedule = all.stream().filter(row -> !givenUp.contains(row)).toList();
        if (schedule.stream().anyMatch(row -> row.section.course.equals(section.course))) {
            codes.add("ALREADY_IN_CLASS");
        }
        var isFull = active.stream().filter(row -> row.type.equals(ENROLLED) && row.section == section).count() >= state(section).seats;
        if (type.equals(WAITLIST)) {
            if (!isFull) {
                codes.add("SEATS_LEFT");
            }
            return codes;
        }
        if (schedule.stream().anyMatch(row -> !row.section.course.equals(section.course) && row.section.overlaps(section))) {
            codes.add("SCHEDULE_CONFLICT");
        }
        if (isFull) {
            codes.add("SECTION_FULL");
        }
        if (all.isEmpty() && active.stream().filter(row -> row.type.equals(ENROLLED)).map(Row::student).distinct().count() >= CAP) {
            codes.add("PROGRAM_FULL");
        }
        return codes;
    }

    private Row find(String student, Section section, String type) {
        return active.stream().filter(row -> row.student.equals(student) && row.section == section && row.type.equals(type))
                .findFirst().orElse(null);
    }

    private void begin(Operation operation, String student, Section section, String type) {
        if (type.equals(ENROLLED)) {
            line(section).stream().filter(row -> row.student.equals(student)).forEach(row -> end(operation, row));
        }
        begin(operation, new Row(rows++, student, section, type, type.equals(WAITLIST) ? ++places : 0));
    }

    private void begin(Operation operation, Row row) {
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
