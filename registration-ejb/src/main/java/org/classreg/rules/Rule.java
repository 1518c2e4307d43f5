package org.classreg.rules;

import java.util.Optional;
import org.classreg.errors.Reason;

/** One condition on adding a section. It knows nothing but what it is given, and has a stable code. */
@FunctionalInterface
public interface Rule {

    /** @return why not; empty when this rule has nothing against it */
    Optional<Reason> objection(Addition addition);

    /** The reason, if the rule is broken. */
    static Optional<Reason> objectIf(boolean broken, String code, String message, Object... details) {
        return broken ? Optional.of(new Reason(code, message.formatted(details))) : Optional.empty();
    }
}
