package org.classreg.lottery.engine;

import java.util.Arrays;

/** Lists the options of one student after the other. */
final class MarketCompiler {

    private static final int POSITION_BITS = 22;
    private static final long POSITION = (1L << POSITION_BITS) - 1;

    final Ints optionSection = new Ints();
    final Ints groupFirst = new Ints();
    final Ints groupRun = new Ints();
    final Ints groupShift = new Ints();

    private final Ints ranks = new Ints();
    private final Market market;
    private final Instance instance;
    private final Eligibility eligibility;
    private final int[] farthest;

    MarketCompiler(Market market) {
        this.market = market;
        instance = market.instance;
        eligibility = market.eligibility;
        farthest = new int[market.grid.segments + 1];
    }

    void add(int place) {
        var student = market.order[place];
        var standing = eligibility.standing(student);
        var limits = new int[] {
            left(instance.sectionLimit[student], standing.length), left(instance.timeslotLimit[student], timeslots(standing))};
        market.entries[place] = entries(student, standing);
        var shut = limits[0] < 0 || limits[1] < 0 || isShut(market.entries[place]);
        var preferences = shut ? new int[0] : options(student, standing);
        market.apart[place] = hasMeetingsApart(preferences);
        market.irregular[place] = standing.length > 0 || market.apart[place];
        var states = states(preferences, limits);
        market.states[place] = states;
        addOptions(preferences, states);
        market.optionStart[place + 1] = optionSection.size();
        market.groupStart[place + 1] = groupFirst.size();
    }

    private int timeslots(int[] sections) {
        var timeslots = 0;
        for (var section : sections) {
            timeslots += instance.timeslots(section);
        }
        return timeslots;
    }

    private boolean hasMeetingsApart(int[] preferences) {
        for (var p : preferences) {
            if (market.grid.runs[instance.preferredSection[p]].length > 2) {
                return true;
            }
        }
        return false;
    }

    byte[] optionRank() {
        var bytes = new byte[ranks.size()];
        for (var k = 0; k < bytes.length; k++) {
            bytes[k] = (byte) ranks.get(k);
        }
        return bytes;
    }

    /** What is left of a limit: 0 = no limit, -1 = nothing. */
    private static int left(int limit, int used) {
        return limit == 0 ? 0 : limit > used ? limit - used : -1;
    }

    private int[] entries(int student, int[] standing) {
        var entries = standing.length > 0 ? new int[0] : instance.capsOf(student);
        for (var k = 0; k < entries.length; k++) {
            entries[k] += market.sections();
        }
        return entries;
    }

    private boolean isShut(int[] entries) {
        for (var entry : entries) {
            if (market.open[entry] == 0) {
                return true;
            }
        }
        return false;
    }

    /** The preferences that are possible, in order of time. */
    private int[] options(int student, int[] standing) {
        var first = instance.preferenceStart[student];
        var size = 0;
        var keys = new long[instance.preferenceStart[student + 1] - first];
        for (var k = 0; k < keys.length; k++) {
            var section = instance.preferredSection[first + k];
            if (market.open[section] > 0 && eligibility.allows(student, section, standing)) {
                keys[size++] = key(first + k) | k;
            }
        }
        Arrays.sort(keys, 0, size);
        var options = new int[size];
        for (var k = 0; k < size; k++) {
            options[k] = first + (int) (keys[k] & POSITION);
        }
        return options;
    }

    /** Puts what forms a group side by side; the lowest bits are free. */
    private long key(int preference) {
        var section = instance.preferredSection[preference];
        var gain = Math.min(market.gain(section, instance.preferenceRank[preference]), (1 << 14) - 1);
        var timeslots = Math.min(instance.timeslots(section), (1 << 8) - 1);
        return (long) market.graph.runOf[section] << 44 | (long) gain << 30 | (long) timeslots << POSITION_BITS;
    }

    private States states(int[] preferences, int[] limits) {
        if (preferences.length == 0) {
            return States.of(0, 0, 0);
        }
        var sections = limits[0] >= Math.min(preferences.length, market.grid.segments) ? 0 : limits[0];
        var asked = 0;
        for (var p : preferences) {
            asked += instance.timeslots(instance.preferredSection[p]);
        }
        var timeslots = limits[1] >= asked ? 0 : limits[1];
        return States.of(maxGain(preferences), sections, timeslots);
    }

    /** The most half units that fit in the student's time, leaving aside all other rules. */
    private int maxGain(int[] preferences) {
        Arrays.fill(farthest, 0);
        var point = 0;
        for (var p : preferences) {
            var section = instance.preferredSection[p];
            var run = market.graph.runOf[section];
            for (; point < market.graph.runFrom[run]; point++) {
                farthest[point + 1] = Math.max(farthest[point + 1], farthest[point]);
            }
            var to = market.graph.runTo[run];
            farthest[to] = Math.max(farthest[to], farthest[point] + market.gain(section, instance.preferenceRank[p]));
        }
        var most = 0;
        for (var gain : farthest) {
            most = Math.max(most, gain);
        }
        return most;
    }

    private void addOptions(int[] preferences, States states) {
        var lastRun = -1;
        var lastShift = -1;
        for (var p : preferences) {
            var section = instance.preferredSection[p];
            var run = market.graph.runOf[section];
            var shift = states.shift(market.gain(section, instance.preferenceRank[p]), instance.timeslots(section));
            if (run != lastRun || shift != lastShift) {
                groupFirst.add(optionSection.size());
                groupRun.add(run);
                groupShift.add(shift);
                lastRun = run;
                lastShift = shift;
            }
            optionSection.add(section);
            ranks.add(instance.preferenceRank[p]);
        }
    }
}
