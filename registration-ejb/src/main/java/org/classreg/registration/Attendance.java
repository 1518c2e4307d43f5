package org.classreg.registration;

import org.classreg.people.Person;

/** Whether somebody on a section's roster has attended it. */
public record Attendance(Person student, boolean attended) {
}
