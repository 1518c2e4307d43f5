package org.classreg.lottery.engine;

/**
 * Seats that an assignment must reach at least.
 *
 * @param first of rank 1
 * @param priority of any rank
 */
record Targets(int first, int priority) {

    static final Targets NONE = new Targets(0, 0);

    static Targets of(int[] seatsByRank) {
        var priority = 0;
        for (var rank = 1; rank < seatsByRank.length; rank++) {
            priority += seatsByRank[rank];
        }
        return new Targets(seatsByRank[1], priority);
    }

    /** What runs that vary by luck give if they are lucky: two standard deviations above the mean, but no more than the best of them. */
    static Targets lucky(Targets... runs) {
        var first = new int[runs.length];
        var priority = new int[runs.length];
        for (var run = 0; run < runs.length; run++) {
            first[run] = runs[run].first;
            priority[run] = runs[run].priority;
        }
        return new Targets(lucky(first), lucky(priority));
    }

    private static int lucky(int[] runs) {
        var sum = 0;
        for (var run : runs) {
            sum += run;
        }
        var mean = sum / (double) runs.length;
        var variance = 0.0;
        var best = 0;
        for (var run : runs) {
            variance += (run - mean) * (run - mean) / runs.length;
            best = Math.max(best, run);
        }
        return (int) Math.min(best, Math.ceil(mean + 2 * Math.sqrt(variance)));
    }

    Targets atLeast(Targets others) {
        return new Targets(Math.max(first, others.first), Math.max(priority, others.priority));
    }

    boolean areNone() {
        return first == 0 && priority == 0;
    }

    /** Seats that are missing where so many are reached. */
    int missing(Targets reached) {
        var missing = missingEach(reached);
        return missing.first + missing.priority;
    }

    Targets missingEach(Targets reached) {
        return new Targets(Math.max(0, first - reached.first), Math.max(0, priority - reached.priority));
    }
}
