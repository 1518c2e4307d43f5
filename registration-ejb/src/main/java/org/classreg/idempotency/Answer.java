package org.classreg.idempotency;

/**
 * An answer that can be given again.
 *
 * @param status of HTTP
 * @param location of what was made, relative to the API; null if there is none
 * @param body null if there is none, or if it is not to be kept
 * @param shownOnce whether the body has a secret, which is not kept and not told again
 */
public record Answer(int status, String location, String body, boolean shownOnce) {
}
