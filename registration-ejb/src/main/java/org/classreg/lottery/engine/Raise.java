package org.classreg.lottery.engine;

/** Raises a bonus for seats until their number reaches a target: tries a little first, then goes by what the last raise has brought. */
final class Raise {

    private final int target;
    private final int most;
    private int bonus;
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
    }

    int bonus() {
        return bonus;
    }

    void after(int reached) {
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
}
