package org.classreg.errors;

/**
 * Why a rule refuses.
 *
 * @param code stable, such as SECTION_FULL, for programs
 * @param message one sentence for people
 */
public record Reason(String code, String message) {
}
