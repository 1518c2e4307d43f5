package org.classreg.lottery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.Program;
import org.classreg.errors.Reason;
import org.classreg.lottery.Explanation.Demand;
import org.classreg.lottery.Explanation.Wish;
import org.classreg.people.Person;
import org.classreg.registration.RegistrationType;

/** Finds the reasons why a plan does not give a student something, in words and numbers. */
final class Explaining {

    private final Draft draft;
    private final int number;
    private final Person student;
    private final List<ClassSection> sections;
    private final Objections objections;
    private final int[][] asked;
    private final int[][] given;
    private final int[] standing;

    /**
     * @param number of the student
     * @param sections by number
     */
    Explaining(Draft draft, int number, Person student, Program program, List<ClassSection> sections) {
        this.draft = draft;
        this.number = number;
        this.student = student;
        this.sections = sections;
        objections = new Objections(draft, number, student, program, sections);
        asked = draft.asked(false);
        given = draft.asked(true);
        standing = draft.standing();
    }

    Explanation explain(LotteryRun run) {
        var one = draft.input().students().get(number);
        var kept = Arrays.stream(one.standing()).mapToObj(sections::get).toList();
        var wishes = Arrays.stream(one.wishes()).mapToObj(this::wish).toList();
        return new Explanation(run, student, number, draft.place(number), draft.students(), kept, wishes);
    }

    private Wish wish(int section) {
        var isGiven = draft.isGiven(number, section);
        var rank = draft.input().students().get(number).rank(section);
        return new Wish(sections.get(section), rank, isGiven,
                new Demand(draft.input().sections().get(section).capacity(), standing[section], byRank(asked[section]), byRank(given[section])),
                isGiven ? List.of() : reasons(section, rank));
    }

    private static SortedMap<Integer, Integer> byRank(int[] counts) {
        var map = new TreeMap<Integer, Integer>(Comparator.comparing(rank -> rank == 0 ? Integer.MAX_VALUE : rank));
        for (var rank = 0; rank < counts.length; rank++) {
            if (counts[rank] > 0) {
                map.put(rank, counts[rank]);
            }
        }
        return map;
    }

    private List<Reason> reasons(int section, int rank) {
        var reasons = new ArrayList<>(objections.to(section));
        if (draft.input().sections().get(section).closed().isEmpty() && isFull(section)) {
            reasons.add(full(section, rank));
        }
        if (reasons.isEmpty()) {
            reasons.add(new Reason("NOT_DRAWN", "%s has seats left and would fit, but this plan does not use them."
                    .formatted(sections.get(section).getCode())));
        }
        return reasons;
    }

    private boolean isFull(int section) {
        return standing[section] + Arrays.stream(given[section]).sum() >= draft.input().sections().get(section).capacity();
    }

    private Reason full(int section, int rank) {
        var seats = draft.input().sections().get(section).capacity();
        var before = standing[section] == 0 ? "" : ", %d of them taken before the draw".formatted(standing[section]);
        var message = "%s has %s%s; %s asked for one: %s. %s. %s asked by %s and has place %,d of %,d in the draw."
                .formatted(sections.get(section).getCode(), seats(seats), before,
                        students(Arrays.stream(asked[section]).sum()), byRankWords(asked[section]), givenWords(given[section]),
                        student.name(), typeName(rank), draft.place(number), draft.students());
        return new Reason("SECTION_FULL", message);
    }

    private static String seats(int number) {
        return number == 1 ? "1 seat" : number + " seats";
    }

    static String students(int number) {
        return number == 1 ? "1 student" : number + " students";
    }

    private static String givenWords(int[] counts) {
        var words = byRankWords(counts);
        return words.isEmpty() ? "None was left to draw" : "The seats went to " + words;
    }

    private static String byRankWords(int[] counts) {
        return byRank(counts).entrySet().stream()
                .map(entry -> "%,d by %s".formatted(entry.getValue(), typeName(entry.getKey())))
                .collect(Collectors.joining(", "));
    }

    static String typeName(int rank) {
        return rank > 0 ? RegistrationType.priority(rank) : "interest";
    }
}
