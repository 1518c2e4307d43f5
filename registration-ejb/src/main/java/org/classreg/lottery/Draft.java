package org.classreg.lottery;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.classreg.lottery.engine.ProgramCap;

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

    /** The days, each by its lunch timeslots, on which with this section no lunch timeslot would be free. */
    List<int[]> lostLunches(int student, int section) {
        return input.lostLunches(with(student, section));
    }

    private List<Integer> with(int student, int section) {
        return Stream.concat(Stream.of(section), schedule(student).stream()).toList();
    }

    /** The strictest limit on sections of a student; 0 = none, below 0 = not one section. */
    private int sectionLimit(int student) {
        var own = input.students().get(student).maxSections();
        return own == 0 || input.maxSections() == 0 ? own + input.maxSections() : Math.min(own, input.maxSections());
    }

    private boolean isAtLimit(int student, int section) {
        return sectionLimit(student) != 0 && schedule(student).size() >= sectionLimit(student) || isOverTimeslots(student, section);
    }

    boolean isOverTimeslots(int student, int section) {
        return input.maxTimeslots() != 0 && timeslotsWith(student, section) > input.maxTimeslots();
    }

    int timeslotsWith(int student, int section) {
        return with(student, section).stream().mapToInt(each -> input.sections().get(each).slots().length).sum();
    }

    /** The student's place in the draw, from 1. */
    int place(int student) {
        return outcome.places().get(student) + 1;
    }

    /** The program cap that keeps a student without a seat from having one. */
    Optional<ProgramCap> fullCap(int student) {
        return input.caps().stream().filter(cap -> schedule(student).isEmpty() && covers(cap, student) && entered(cap, true) >= cap.students())
                .findFirst();
    }

    /** How many students under a cap have a seat before the draw, or also by this plan. */
    int entered(ProgramCap cap, boolean byPlan) {
        return (int) IntStream.range(0, students()).filter(student -> covers(cap, student)
                && (input.students().get(student).standing().length > 0 || byPlan && given(student).length > 0)).count();
    }

    /** How many students under a cap ask for something. */
    int asking(ProgramCap cap) {
        return (int) IntStream.range(0, students())
                .filter(student -> covers(cap, student) && input.students().get(student).wished().length > 0).count();
    }

    private boolean covers(ProgramCap cap, int student) {
        var grade = input.students().get(student).grade();
        return cap.minGrade() <= grade && grade <= cap.maxGrade();
    }

    /** Whether the student could take this section beside all else, had it a seat. */
    boolean wouldFit(int student, int section) {
        return input.sections().get(section).closed().isEmpty() && !isOutOfGrade(student, section) && !isAtLimit(student, section)
                && against(student, section).findAny().isEmpty() && lostLunches(student, section).isEmpty();
    }
}
