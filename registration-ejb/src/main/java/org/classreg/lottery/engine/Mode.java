package org.classreg.lottery.engine;

/** What a lottery is to achieve. */
public enum Mode {

    /** The most happiness among the assignments that give at least as many rank-1 and priority seats as {@link #CLASSIC}. */
    BALANCED,
    /** The most overall utility, whatever the ranks. */
    HAPPINESS,
    /** The most seats of rank 1, then of rank 2, and so on. */
    FIRST_CHOICES,
    /** The field's weighted greedy lottery, as a baseline. */
    CLASSIC
}
