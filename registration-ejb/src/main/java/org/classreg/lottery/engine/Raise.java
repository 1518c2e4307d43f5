package org.classreg.lottery.engine;

/** Raises a bonus for seats until their number reaches a target: tries a little first, then goes by what the last raise has brought. */
final class Raise {

    private static final double LESS = 0.35;
    /** The share of a target by which it may be surpassed. */
    private static final double TOLERANCE = 0.001;

    private final int target;
    private final int most;
    private int bonus;
    private int bonusBefore;
    private double step;
    private int reachedBefore = -1;

    /**
     * @param most the greatest bonus
     * @param step the first raise
     */
    Raise(int target, int bonus, int most, double step) {
        this.target = target;
        this.bonus = bonus;
        this.most = most;
        this.step = step;
        bonusBefore = bonus;
    }

    int bonus() {
        return bonus;
    }

    /** Raises if the target is not reached. */
    void after(int reached) {
        bonusBefore = bonus;
        if (reached >= target) {
            return;
        }
        if (reachedBefore >= 0) {
            var enough = (target - reached) / Math.max(0.5, reached - reachedBefore);
            step *= Math.max(0.2, Math.min(2, enough));
        }
        reachedBefore = reached;
        bonus = (int) Math.min(most, bonus + Math.ceil(step));
    }

    /** Whether the last raise has brought more than was wanted. */
    boolean wasTooMuch(int reached) {
        return bonus > bonusBefore && reached > target + Math.max(1, target * TOLERANCE);
    }

    /** Takes the last raise back, to try less. */
    void undo() {
        bonus = bonusBefore;
        step *= LESS;
        reachedBefore = -1;
    }
}
