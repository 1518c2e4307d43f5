package org.classreg.lottery.engine;

import java.util.Arrays;

/**
 * An instance made ready for drawing: students in drawn order, so that no tie favours anyone for a number, and per student the
 * sections that are possible at all ("options"), in order of time. Options of one student that take the same time and bring the
 * same utility form a group: only the cheapest of a group is ever of use, unless its class is already taken.
 */
final class Market {

    final Instance instance;
    final TimeGrid grid;
    final TimeGraph graph;
    final Eligibility eligibility;
    /** What there is to share out, after standing enrollments: the seats of each section, then the entries under each program cap. */
    final int[] open;
    /** The student at each place of the draw. */
    final int[] order;

    final int[] optionStart;
    final int[] optionSection;
    /** 0 = interested only. */
    final byte[] optionRank;
    final int[] groupStart;
    /** The first option of each group; the next group's first ends it. */
    final int[] groupFirst;
    final int[] groupRun;
    /** How far an option of the group moves a {@link States} index. */
    final int[] groupShift;
    final States[] states;
    /** The places of each student's entry, after those of the sections: one for each cap that covers the student, none for who is in already. */
    final int[][] entries;
    /** Students of whom a schedule needs a check beyond the {@link TimeGraph}. */
    final boolean[] irregular;
    /** Students with an option whose meetings are apart. */
    final boolean[] apart;
    /** The lowest rank that somebody can be given something by; 0 = none. */
    final int maxRank;
    /** The length of each section in units; a unit has {@link #hoursPerUnit} hours. */
    final int[] units;
    final double hoursPerUnit;

    Market(Instance instance, int[] order) {
        this.instance = instance;
        this.order = order;
        grid = new TimeGrid(instance);
        graph = new TimeGraph(grid);
        eligibility = new Eligibility(instance, grid);
        open = openPlaces(instance);
        var greatest = 0;
        for (var steps : instance.steps) {
            greatest = greatestDivisor(greatest, steps);
        }
        units = instance.steps.clone();
        for (var section = 0; section < units.length; section++) {
            units[section] /= greatest;
        }
        hoursPerUnit = greatest / (double) Instance.STEPS_PER_HOUR;
        var students = order.length;
        optionStart = new int[students + 1];
        groupStart = new int[students + 1];
        states = new States[students];
        entries = new int[students][];
        irregular = new boolean[students];
        apart = new boolean[students];
        var compiler = new MarketCompiler(this);
        for (var student = 0; student < students; student++) {
            compiler.add(student);
        }
        optionSection = compiler.optionSection.toArray();
        optionRank = compiler.optionRank();
        maxRank = max(optionRank);
        compiler.groupFirst.add(optionSection.length);
        groupFirst = compiler.groupFirst.toArray();
        groupRun = compiler.groupRun.toArray();
        groupShift = compiler.groupShift.toArray();
    }

    int students() {
        return order.length;
    }

    int sections() {
        return instance.sections();
    }

    /** Sections and program caps. */
    int places() {
        return open.length;
    }

    private static int max(byte[] ranks) {
        var max = 0;
        for (var rank : ranks) {
            max = Math.max(max, rank);
        }
        return max;
    }

    /** Counts by rank, 0 = interested, up to rank 2 at least. */
    int[] byRank() {
        return new int[Math.max(2, maxRank) + 1];
    }

    private static int[] openPlaces(Instance instance) {
        var open = Arrays.copyOf(instance.openSeats(), instance.sections() + instance.caps.length);
        for (var cap = 0; cap < instance.caps.length; cap++) {
            open[instance.sections() + cap] = instance.caps[cap].students();
        }
        for (var student = 0; student < instance.students(); student++) {
            for (var cap : instance.hasStanding(student) ? instance.capsOf(student) : new int[0]) {
                open[instance.sections() + cap] = Math.max(0, open[instance.sections() + cap] - 1);
            }
        }
        return open;
    }

    /** Half units of utility that a section brings: u = hours x 1.5 by a priority, else x 1 (ESP-Website). */
    int gain(int section, int rank) {
        return units[section] * (rank > 0 ? 3 : 2);
    }

    /** @return hours, weighted by 1.5 for priorities */
    double utility(int halfUnits) {
        return halfUnits * hoursPerUnit / 2;
    }

    /** What a student's entries cost together. */
    int entryPrice(int student, int[] price) {
        var sum = 0L;
        for (var entry : entries[student]) {
            sum += price[entry];
        }
        return (int) Math.min(Scheduler.FORBIDDEN, sum);
    }

    private static int greatestDivisor(int a, int b) {
        return b == 0 ? a : greatestDivisor(b, a % b);
    }
}
