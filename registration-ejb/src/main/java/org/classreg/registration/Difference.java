package org.classreg.registration;

import java.util.List;

/**
 * How registrations of one type differ between two instants.
 *
 * @param came what is valid at the second instant and was not at the first
 * @param left what was valid at the first instant and is not at the second
 */
public record Difference(List<StudentRegistration> came, List<StudentRegistration> left) {
}
