package org.classreg.lottery.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Collects and checks the input of a lottery. Students and sections are numbered from 0 in the order of adding; every method
 * throws {@link InvalidInstance} for what cannot be.
 */
public final class InstanceBuilder {

    /** The lowest rank there is. */
    public static final int MAX_RANK = 100;

    /** As a limit: not one section. */
    public static final int NOTHING = -1;

    private static final int MAX_SECTIONS = 1 << 22;
    private static final long STEP_MILLIS = 3_600_000L / Instance.STEPS_PER_HOUR;

    final Ints grade = new Ints();
    final Ints subject = new Ints();
    final Ints capacity = new Ints();
    final Ints minGrade = new Ints();
    final Ints maxGrade = new Ints();
    final Ints steps = new Ints();
    final List<long[]> meetings = new ArrayList<>();
    final Ints preferenceStudent = new Ints();
    final Ints preferenceSection = new Ints();
    final Ints preferenceRank = new Ints();
    final List<Long> standing = new ArrayList<>();
    final List<Long> exceptions = new ArrayList<>();
    final List<long[][]> lunch = new ArrayList<>();
    final List<ProgramCap> caps = new ArrayList<>();
    private final Ints ownSectionLimit = new Ints();
    private final Ints ownTimeslotLimit = new Ints();
    private int programSectionLimit;
    private int programTimeslotLimit;

    /**
     * @param sectionLimit most sections that the student takes; 0 = no limit, {@link #NOTHING} = not one
     * @param timeslotLimit most timeslots that the student takes; 0 = no limit, {@link #NOTHING} = not one
     * @return the student's number
     */
    public int addStudent(int grade, int sectionLimit, int timeslotLimit) {
        checkLimits(sectionLimit, timeslotLimit);
        this.grade.add(grade);
        ownSectionLimit.add(sectionLimit);
        ownTimeslotLimit.add(timeslotLimit);
        return this.grade.size() - 1;
    }

    /**
     * @param subject the number of its class
     * @param capacity seats, standing enrollments included
     * @param meetings from, to, from, to ... of each timeslot in milliseconds, half-open, none overlapping another
     * @return the section's number
     */
    public int addSection(int subject, int capacity, int minGrade, int maxGrade, long... meetings) {
        check(this.capacity.size() < MAX_SECTIONS, "there are more than " + MAX_SECTIONS + " sections");
        check(subject >= 0, "the class is negative");
        check(capacity >= 0, "the capacity is negative");
        check(minGrade <= maxGrade, "the lowest grade is above the highest");
        check(meetings.length > 0 && meetings.length % 2 == 0, "a section needs at least one meeting, each with a start and an end");
        var ordered = inOrder(meetings);
        this.subject.add(subject);
        this.capacity.add(capacity);
        this.minGrade.add(minGrade);
        this.maxGrade.add(maxGrade);
        this.meetings.add(ordered);
        steps.add(steps(ordered));
        return this.capacity.size() - 1;
    }

    /** @param rank from 1 to {@link #MAX_RANK}; 0 = interested */
    public InstanceBuilder prefer(int student, int section, int rank) {
        checkStudent(student);
        checkSection(section);
        check(0 <= rank && rank <= MAX_RANK, "the rank is not between 0 and " + MAX_RANK);
        preferenceStudent.add(student);
        preferenceSection.add(section);
        preferenceRank.add(rank);
        return this;
    }

    /** The student has this section already: it is kept. */
    public InstanceBuilder stand(int student, int section) {
        checkStudent(student);
        checkSection(section);
        standing.add(Pairs.of(student, section));
        return this;
    }

    /** The grade range of this class does not bind this student. */
    public InstanceBuilder except(int student, int subject) {
        checkStudent(student);
        check(subject >= 0, "the class is negative");
        exceptions.add(Pairs.of(student, subject));
        return this;
    }

    /** @param slots from, to ... of the lunch slots of one day in milliseconds: one of them stays free for everyone */
    public InstanceBuilder lunch(long... slots) {
        check(slots.length > 0 && slots.length % 2 == 0, "a lunch needs at least one slot, each with a start and an end");
        check(IntStream.range(0, slots.length / 2).allMatch(k -> slots[2 * k] < slots[2 * k + 1]), "a lunch slot ends before it starts");
        lunch.add(IntStream.range(0, slots.length / 2).mapToObj(k -> new long[] {slots[2 * k], slots[2 * k + 1]}).toArray(long[][]::new));
        return this;
    }

    /** Ranges of grades may overlap: each cap holds. */
    public InstanceBuilder cap(ProgramCap cap) {
        check(cap.students() >= 0, "the program cap is negative");
        check(cap.minGrade() <= cap.maxGrade(), "the lowest grade of a program cap is above the highest");
        caps.add(cap);
        return this;
    }

    /** Limits for every student, beside the student's own; 0 = no limit, {@link #NOTHING} = not one. */
    public InstanceBuilder limit(int sections, int timeslots) {
        checkLimits(sections, timeslots);
        programSectionLimit = sections;
        programTimeslotLimit = timeslots;
        return this;
    }

    public Instance build() {
        return new Instance(this);
    }

    int[] sectionLimits() {
        return Arrays.stream(ownSectionLimit.toArray()).map(own -> stricter(own, programSectionLimit)).toArray();
    }

    int[] timeslotLimits() {
        return Arrays.stream(ownTimeslotLimit.toArray()).map(own -> stricter(own, programTimeslotLimit)).toArray();
    }

    private static int stricter(int own, int program) {
        return own == 0 || program == 0 ? own + program : Math.min(own, program);
    }

    private static long[] inOrder(long[] meetings) {
        var order = IntStream.range(0, meetings.length / 2).boxed()
                .sorted(Comparator.comparingLong(k -> meetings[2 * k])).toList();
        var ordered = order.stream().flatMapToLong(k -> Arrays.stream(meetings, 2 * k, 2 * k + 2)).toArray();
        for (var k = 0; k < ordered.length; k += 2) {
            check(ordered[k] < ordered[k + 1], "a meeting ends before it starts");
            check(k == 0 || ordered[k - 1] <= ordered[k], "two meetings of one section overlap");
        }
        return ordered;
    }

    private static int steps(long[] meetings) {
        var millis = 0L;
        for (var k = 0; k < meetings.length; k += 2) {
            millis += meetings[k + 1] - meetings[k];
        }
        return (int) Math.max(1, (millis + STEP_MILLIS / 2) / STEP_MILLIS);
    }

    private static void checkLimits(int sections, int timeslots) {
        check(sections >= NOTHING && timeslots >= NOTHING, "a limit is below " + NOTHING);
    }

    private void checkStudent(int student) {
        check(0 <= student && student < grade.size(), "there is no student " + student);
    }

    private void checkSection(int section) {
        check(0 <= section && section < capacity.size(), "there is no section " + section);
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new InvalidInstance(otherwise);
        }
    }
}
