package org.classreg.rules;

import java.util.Optional;
import org.classreg.errors.Reason;
import org.classreg.people.Role;

/** Seats are for students. */
class OnlyStudents implements Rule {

    @Override
    public Optional<Reason> objection(Addition addition) {
        var student = addition.student();
        return student.is(Role.STUDENT) ? Optional.empty() : Optional.of(new Reason("NOT_A_STUDENT", student.name() + " is not a student."));
    }
}
