package org.classreg.rules;

import java.util.Optional;
import org.classreg.errors.Reason;

/** Students take what has a time. */
class Scheduled implements Rule {

    @Override
    public Optional<Reason> objection(Addition addition) {
        var section = addition.section();
        return Rule.objectIf(!section.isScheduled(), "NOT_SCHEDULED", "%s has no time yet.", section.getCode());
    }
}
