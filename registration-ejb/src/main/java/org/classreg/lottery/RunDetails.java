package org.classreg.lottery;

/**
 * A run and how good its plan is.
 *
 * @param metrics null while there is no plan
 * @param undone whether its conversion has been undone
 */
public record RunDetails(LotteryRun run, RunMetrics metrics, boolean undone) {
}
