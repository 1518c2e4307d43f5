package org.classreg.rules;

import java.util.Optional;
import org.classreg.errors.Reason;

/** A student can set how many sections to keep. */
class OwnLimit implements Rule {

    @Override
    public Optional<Reason> objection(Addition addition) {
        var student = addition.student();
        var most = student.getMaxSections();
        var taken = addition.schedule().size();
        return Rule.objectIf(most != null && taken >= most, "TOO_MANY_SECTIONS",
                "%s wants no more than %d and has %d.", student.name(), most, taken);
    }
}
