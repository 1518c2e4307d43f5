package org.classreg.rules;

import java.util.Optional;
import org.classreg.errors.Reason;

/** Students take only what the program has accepted. */
class AcceptedClasses implements Rule {

    @Override
    public Optional<Reason> objection(Addition addition) {
        return Rule.objectIf(!addition.section().isAccepted(), "CLASS_NOT_ACCEPTED",
                "%s has not been accepted by the program.", addition.section().getCode());
    }
}
