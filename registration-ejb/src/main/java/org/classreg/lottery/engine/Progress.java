package org.classreg.lottery.engine;

/**
 * How far a lottery is.
 *
 * @param value of the best assignment so far: overall utility, or seats of rank 1 in {@link Mode#FIRST_CHOICES}; NaN before the first
 * @param bound no assignment that the mode allows is better; NaN while unknown, and for {@link Mode#CLASSIC}
 */
public record Progress(double value, double bound) {

    /** The share of the bound that may be missing, from 0; NaN while unknown. */
    public double gap() {
        return bound == 0 ? 0 : Math.max(0, (bound - value) / bound);
    }
}
