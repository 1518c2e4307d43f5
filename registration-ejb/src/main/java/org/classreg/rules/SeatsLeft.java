package org.classreg.rules;

import java.util.Optional;
import org.classreg.errors.Reason;

/** No section takes more students than it has seats. */
class SeatsLeft implements Rule {

    @Override
    public Optional<Reason> objection(Addition addition) {
        var section = addition.section();
        return Rule.objectIf(addition.isFull(), "SECTION_FULL",
                "%s is full: all %d seats are taken.", section.getCode(), section.getCapacity());
    }
}
