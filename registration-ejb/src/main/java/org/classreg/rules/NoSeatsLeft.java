package org.classreg.rules;

import java.util.Optional;
import org.classreg.errors.Reason;

/** Nobody waits for a seat that is free. */
class NoSeatsLeft implements Rule {

    @Override
    public Optional<Reason> objection(Addition addition) {
        var section = addition.section();
        return Rule.objectIf(!addition.isFull(), "SEATS_LEFT", "%s has %d of %d seats left: enroll instead of waiting.",
                section.getCode(), section.getCapacity() - addition.seatsTaken(), section.getCapacity());
    }
}
