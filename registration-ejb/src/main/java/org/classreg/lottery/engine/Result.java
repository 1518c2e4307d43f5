package org.classreg.lottery.engine;

/**
 * The result of a draw.
 *
 * @param assignment keeps all rules
 * @param value overall utility, or seats of rank 1 in {@link Mode#FIRST_CHOICES}
 * @param bound no assignment that the mode allows is better; NaN for {@link Mode#CLASSIC}
 * @param stopped whether a stop or the time limit cut it short, so that it cannot be replayed
 */
public record Result(Assignment assignment, Metrics metrics, double value, double bound, boolean stopped, double seconds) {

    /** The share of the bound that may be missing, from 0; NaN for {@link Mode#CLASSIC}. */
    public double gap() {
        return new Progress(value, bound).gap();
    }
}
