package org.classreg.rules;

import java.util.Optional;
import org.classreg.errors.Reason;

/** Nobody joins a section that will not be held. */
class NotCancelled implements Rule {

    @Override
    public Optional<Reason> objection(Addition addition) {
        return Rule.objectIf(addition.section().isCancelled(), "SECTION_CANCELLED",
                "%s has been cancelled.", addition.section().getCode());
    }
}
