package org.classreg.rules;

import java.util.Optional;
import org.classreg.errors.Reason;
import org.classreg.people.Role;

/** Seats are for students. */
class OnlyStudents implements Rule {

    @Override
    public Optional<Reason> objection(Addition addition) {
        return Rule.objectIf(!addition.student().is(Role.STUDENT), "NOT_A_STUDENT",
                "%s is not a student.", addition.student().name());
    }
}
