package org.classreg.rules;

import java.util.Optional;
import org.classreg.errors.Reason;

/** A student takes a class once, in whichever section. */
class OneSectionAClass implements Rule {

    @Override
    public Optional<Reason> objection(Addition addition) {
        var subject = addition.section().getSubject();
        for (var other : addition.schedule()) {
            if (other.getSubject().equals(subject)) {
                return Optional.of(new Reason("ALREADY_IN_CLASS", "Already enrolled in %s, a section of %s."
                        .formatted(other.getCode(), subject.getTitle())));
            }
        }
        return Optional.empty();
    }
}
