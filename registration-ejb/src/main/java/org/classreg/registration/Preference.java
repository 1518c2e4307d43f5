package org.classreg.registration;

/**
 * A wish of a student.
 *
 * @param section the section's code
 * @param type the name of a registration type that is a preference, such as Interested or Priority/1
 */
public record Preference(String section, String type) {
}
