package org.classreg.rules;

import java.util.Optional;
import java.util.stream.Collectors;
import org.classreg.catalog.ClassSection;
import org.classreg.errors.Reason;

/** Nobody is in two places at once: meetings of two sections must not overlap, even partly. */
class NoScheduleConflict implements Rule {

    @Override
    public Optional<Reason> objection(Addition addition) {
        var conflicting = addition.schedule().stream()
                .filter(other -> !other.getSubject().equals(addition.section().getSubject()))
                .filter(addition.section()::overlaps)
                .map(ClassSection::getCode)
                .sorted()
                .collect(Collectors.joining(", "));
        return Rule.objectIf(!conflicting.isEmpty(), "SCHEDULE_CONFLICT",
                "%s meets at the same time as %s.", addition.section().getCode(), conflicting);
    }
}
