package org.classreg.lottery;

/**
 * A seat that a plan gives.
 *
 * @param student the username
 * @param section the code
 * @param type of the preference by which it is given: Priority/1, Interested ...
 */
public record PlannedSeat(String student, String section, String type) {
}
