package org.classreg.lottery.engine;

/**
 * What a mode arrives at.
 *
 * @param bound in the measure of the mode; NaN if there is none
 */
record Outcome(Allocation allocation, double bound) {
}
