package org.classreg.lottery.engine;

import java.util.Arrays;

/**
 * The input of a lottery: who asks for what. Immutable, made by {@link InstanceBuilder}. Students, sections and classes are
 * numbers from 0. The fields are flat arrays and shared inside the package, so that millions of preferences fit in little memory:
 * what belongs to student {@code i} in an array stands from {@code start[i]} to before {@code start[i + 1]}.
 */
public final class Instance {

    /** Hours are counted in steps of five minutes. */
    static final int STEPS_PER_HOUR = 12;

    final int[] grade;
    /** Most sections and timeslots of each student, standing enrollments included; 0 = no limit, {@link InstanceBuilder#NOTHING} = not one. */
    final int[] sectionLimit;
    final int[] timeslotLimit;

    final int[] subject;
    final int[] capacity;
    final int[] minGrade;
    final int[] maxGrade;
    /** The meetings of each section in order of time: from, to, from, to ... in milliseconds, half-open. */
    final long[][] meetings;
    /** The length of each section in steps of five minutes. */
    final int[] steps;

    /** The preferences of each student, by section; a section stands once. */
    final int[] preferenceStart;
    final int[] preferredSection;
    /** The best rank that the student gave, from 1; 0 = interested only. */
    final byte[] preferenceRank;
    /** Whether the student is (also) interested, beside a rank. */
    final boolean[] interested;
    /** The square root of the hours over all preference rows, as ESP-Website weighs a student's happiness. */
    final double[] weight;

    /** Standing enrollments of each student: kept, their seats and times taken. */
    final int[] standingStart;
    final int[] standingSection;
    /** Per student: the classes that the grade range does not close for the student, ascending. */
    final int[] exceptionStart;
    final int[] exceptionSubject;

    /** The lunch slots of each day, as {from, to} in milliseconds. */
    final long[][][] lunch;
    final ProgramCap[] caps;

    Instance(InstanceBuilder builder) {
        grade = builder.grade.toArray();
        sectionLimit = builder.sectionLimits();
        timeslotLimit = builder.timeslotLimits();
        subject = builder.subject.toArray();
        capacity = builder.capacity.toArray();
        minGrade = builder.minGrade.toArray();
        maxGrade = builder.maxGrade.toArray();
        meetings = builder.meetings.toArray(long[][]::new);
        steps = builder.steps.toArray();
        var preferences = new PreferenceRows(builder);
        preferenceStart = preferences.start;
        preferredSection = preferences.section;
        preferenceRank = preferences.rank;
        interested = preferences.interested;
        weight = preferences.weight;
        var standing = new Pairs(builder.standing, grade.length);
        standingStart = standing.start;
        standingSection = standing.second;
        var exceptions = new Pairs(builder.exceptions, grade.length);
        exceptionStart = exceptions.start;
        exceptionSubject = exceptions.second;
        lunch = builder.lunch.toArray(long[][][]::new);
        caps = builder.caps.toArray(ProgramCap[]::new);
    }

    public int students() {
        return grade.length;
    }

    public int sections() {
        return capacity.length;
    }

    /** The caps that cover the student: each of them holds. */
    int[] capsOf(int student) {
        var covering = new int[caps.length];
        var size = 0;
        for (var cap = 0; cap < caps.length; cap++) {
            if (caps[cap].covers(grade[student])) {
                covering[size++] = cap;
            }
        }
        return Arrays.copyOf(covering, size);
    }

    boolean hasStanding(int student) {
        return standingStart[student] < standingStart[student + 1];
    }

    /** Seats that standing enrollments leave, from 0. */
    int[] openSeats() {
        var open = capacity.clone();
        for (var section : standingSection) {
            open[section] = Math.max(0, open[section] - 1);
        }
        return open;
    }

    /** How many timeslots a section takes. */
    int timeslots(int section) {
        return meetings[section].length / 2;
    }
}
