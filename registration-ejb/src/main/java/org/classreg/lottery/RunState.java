package org.classreg.lottery;

/** How far a run of the lottery is. */
public enum RunState {

    /** Waits until it is its turn. */
    QUEUED,
    RUNNING,
    /** The plan is there, and can be replayed. */
    DONE,
    /** It was stopped, by somebody or by its time limit; the plan is the best until then. */
    STOPPED,
    FAILED,
    /** Its plan was made enrollments. */
    CONVERTED;

    public boolean isOver() {
        return this != QUEUED && this != RUNNING;
    }

    public boolean hasPlan() {
        return this == DONE || this == STOPPED || this == CONVERTED;
    }
}
