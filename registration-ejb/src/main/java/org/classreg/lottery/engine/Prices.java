package org.classreg.lottery.engine;

/**
 * Prices of all places, in whole numbers of an objective.
 *
 * @param bound no assignment is worth more, bonuses included
 */
record Prices(int[] of, long bound) {
}
