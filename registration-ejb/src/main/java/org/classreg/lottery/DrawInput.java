package org.classreg.lottery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.classreg.lottery.engine.Instance;
import org.classreg.lottery.engine.InstanceBuilder;
import org.classreg.lottery.engine.ProgramCap;

/**
 * What a lottery is drawn from, without names: students, sections and timeslots are numbers from 0.
 *
 * @param slots the timeslots, as {from, to} in milliseconds since 1970
 * @param lunch the lunch timeslots of each day, of which one stays free for everyone
 * @param maxSections for every student; 0 = no limit, -1 = not one
 * @param maxTimeslots for every student; 0 = no limit, -1 = not one
 */
record DrawInput(List<long[]> slots, List<int[]> lunch, int maxSections, int maxTimeslots, List<ProgramCap> caps, List<Section> sections,
        List<Student> students) {

    /**
     * @param subject the number of its class
     * @param capacity seats, standing enrollments included; 0 when it is closed
     * @param closed the code of the reason why nobody can be given a seat; empty when it is open
     */
    record Section(int subject, int capacity, int gradeMin, int gradeMax, int[] slots, String closed) {
    }

    /**
     * @param grade -99 when unknown
     * @param maxSections the student's own limit; 0 = none, -1 = not one section
     * @param wished the sections asked for
     * @param ranks of each wish: 1.. is Priority/rank, 0 is Interested; a section may stand once with a rank and once without
     * @param standing the sections that the student has already
     * @param exceptions the classes whose grade range does not bind the student
     */
    record Student(int grade, int maxSections, int[] wished, int[] ranks, int[] standing, int[] exceptions) {

        /** The best rank given to a section: 1.., 0 if only interested, -1 if not asked for. */
        int rank(int section) {
            var best = -1;
            for (var k = 0; k < wished.length; k++) {
                if (wished[k] == section) {
                    best = best <= 0 ? Math.max(best, ranks[k]) : Math.min(best, ranks[k] == 0 ? best : ranks[k]);
                }
            }
            return best;
        }

        /** The sections asked for, each once, in the order of their best ranks. */
        int[] wishes() {
            var sections = new ArrayList<>(Arrays.stream(wished).distinct().boxed().toList());
            sections.sort((one, other) -> Integer.compare(order(one), order(other)));
            return sections.stream().mapToInt(Integer::intValue).toArray();
        }

        private int order(int section) {
            var rank = rank(section);
            return rank == 0 ? Integer.MAX_VALUE : rank;
        }
    }

    Instance instance() {
        var builder = new InstanceBuilder();
        for (var day : lunch) {
            builder.lunch(times(day));
        }
        builder.limit(maxSections, maxTimeslots);
        caps.forEach(builder::cap);
        for (var section : sections) {
            builder.addSection(section.subject, section.capacity, section.gradeMin, section.gradeMax, times(section.slots));
        }
        for (var student : students) {
            var number = builder.addStudent(student.grade, student.maxSections, 0);
            for (var k = 0; k < student.wished.length; k++) {
                builder.prefer(number, student.wished[k], student.ranks[k]);
            }
            Arrays.stream(student.standing).forEach(section -> builder.stand(number, section));
            Arrays.stream(student.exceptions).forEach(subject -> builder.except(number, subject));
        }
        return builder.build();
    }

    private long[] times(int[] numbers) {
        return Arrays.stream(numbers).mapToObj(slots::get).flatMapToLong(Arrays::stream).toArray();
    }

    /** The length of a section in hours. */
    double hours(int section) {
        return Arrays.stream(sections.get(section).slots).mapToObj(slots::get).mapToLong(slot -> slot[1] - slot[0]).sum() / 3_600_000.0;
    }

    /** Whether two sections meet at one time, be it for a minute. */
    boolean overlap(int section, int other) {
        return meetsIn(section, sections.get(other).slots);
    }

    /** The days, each by its lunch timeslots, on which all of these sections together leave no lunch timeslot free. */
    List<int[]> lostLunches(List<Integer> taken) {
        return lunch.stream().filter(day -> day.length > 0
                && Arrays.stream(day).allMatch(slot -> taken.stream().anyMatch(section -> meetsIn(section, slot)))).toList();
    }

    /** Whether a section meets in one of these timeslots, be it for a minute. */
    boolean meetsIn(int section, int... some) {
        return Arrays.stream(sections.get(section).slots).mapToObj(slots::get).anyMatch(mine -> Arrays.stream(some).mapToObj(slots::get)
                .anyMatch(slot -> slot[0] < mine[1] && mine[0] < slot[1]));
    }
}
