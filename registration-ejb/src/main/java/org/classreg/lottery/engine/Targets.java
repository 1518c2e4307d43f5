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

    Targets max(Targets other) {
        return new Targets(Math.max(first, other.first), Math.max(priority, other.priority));
    }

    boolean metBy(Targets reached) {
        return reached.first >= first && reached.priority >= priority;
    }
}
