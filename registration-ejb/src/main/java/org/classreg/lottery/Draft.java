package org.classreg.lottery;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A plan that has been read: who asked for what, and who is given what. */
record Draft(DrawInput input, DrawOutcome outcome) {

    private static final double PRIORITY_FACTOR = 1.5;

    int students() {
        return input.students().size();
    }

    int[] given(int student) {
        return outcome.given().get(student);
    }

    boolean isGiven(int student, int section) {
        return Arrays.binarySearch(given(student), section) >= 0;
    }

    /** What the student has with this plan: what was given, and what stood before. */
    List<Integer> schedule(int student) {
        return IntStream.concat(Arrays.stream(given(student)), Arrays.stream(input.students().get(student).standing())).boxed().toList();
    }

    double utility(int student) {
        return Arrays.stream(given(student))
                .mapToDouble(section -> input.hours(section) * (input.students().get(student).rank(section) > 0 ? PRIORITY_FACTOR : 1)).sum();
    }

    /** By section: how many asked, or were given; by rank, 0 for interested only. */
    int[][] asked(boolean given) {
        var counts = new int[input.sections().size()][ranks() + 1];
        for (var student = 0; student < students(); student++) {
            var one = input.students().get(student);
            for (var section : given ? given(student) : Arrays.stream(one.wished()).distinct().toArray()) {
                counts[section][Math.max(0, one.rank(section))]++;
            }
        }
        return counts;
    }

    int ranks() {
        return input.students().stream().flatMapToInt(student -> Arrays.stream(student.ranks())).max().orElse(0);
    }

    /** Seats of each section taken by standing enrollments. */
    int[] standing() {
        var counts = new int[input.sections().size()];
        input.students().forEach(student -> Arrays.stream(student.standing()).forEach(section -> counts[section]++));
        return counts;
    }

    /** The section of the schedule that speaks against this one, by class or by time. */
    Stream<Integer> against(int student, int section) {
        return schedule(student).stream().filter(other -> other != section && (isOfOneClass(other, section) || input.overlap(other, section)));
    }

    boolean isOfOneClass(int section, int other) {
        return input.sections().get(section).subject() == input.sections().get(other).subject();
    }

    /** Whether the student is of a grade that the class is not for. */
    boolean isOutOfGrade(int student, int section) {
        var one = input.students().get(student);
        var of = input.sections().get(section);
        return (one.grade() < of.gradeMin() || one.grade() > of.gradeMax())
                && Arrays.stream(one.exceptions()).noneMatch(subject -> subject == of.subject());
    }

    /** Whether with this section no lunch timeslot of some day would be free. */
    boolean losesLunch(int student, int section) {
        return input.eatLunch(Stream.concat(Stream.of(section), schedule(student).stream()).toList());
    }

    /** The strictest limit on sections of a student; 0 = none. */
    int sectionLimit(int student) {
        var own = input.students().get(student).maxSections();
        return own == 0 || input.maxSections() == 0 ? own + input.maxSections() : Math.min(own, input.maxSections());
    }

    boolean isAtLimit(int student, int section) {
        var schedule = schedule(student);
        var timeslots = Stream.concat(Stream.of(section), schedule.stream()).mapToInt(other -> input.sections().get(other).slots().length).sum();
        return sectionLimit(student) > 0 && schedule.size() >= sectionLimit(student)
                || input.maxTimeslots() > 0 && timeslots > input.maxTimeslots();
    }

    /** Whether the student could take this section beside all else, had it a seat. */
    boolean wouldFit(int student, int section) {
        return input.sections().get(section).closed().isEmpty() && !isOutOfGrade(student, section) && !isAtLimit(student, section)
                && against(student, section).findAny().isEmpty() && !losesLunch(student, section);
    }
}
