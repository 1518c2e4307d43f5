package org.classreg.console.roster;

import java.io.Serializable;
import java.time.Instant;
import org.classreg.people.Person;
import org.classreg.registration.StudentRegistration;

/**
 * Somebody on a roster.
 *
 * @param id of the registration
 * @param since null for since always
 * @param attended whether the student has come to the section
 */
public record RosterRow(long id, String name, String username, Integer grade, String type, Instant since, boolean attended)
        implements Serializable {

    static RosterRow of(StudentRegistration registration, boolean attended) {
        Person student = registration.getStudent();
        return new RosterRow(registration.getId(), student.name(), student.getUsername(), student.getGrade(),
                registration.getType().getName(), registration.getStartDate(), attended);
    }
}
