package org.classreg.rules;

import java.util.Optional;
import org.classreg.errors.Reason;

/** A section can be closed to registration while it has seats left. */
class OpenSections implements Rule {

    @Override
    public Optional<Reason> objection(Addition addition) {
        return Rule.objectIf(!addition.section().isRegistrationOpen(), "REGISTRATION_CLOSED",
                "Registration for %s is closed.", addition.section().getCode());
    }
}
