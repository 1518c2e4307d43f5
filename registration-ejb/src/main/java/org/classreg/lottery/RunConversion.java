package org.classreg.lottery;

/**
 * What came of converting a run.
 *
 * @param operation of the journal, by which it can be undone as a whole
 * @param enrolled seats that began
 * @param kept seats of the plan that the students had already
 * @param waitlisted places on waitlists that began
 */
public record RunConversion(long operation, int enrolled, int kept, int waitlisted) {
}
