package org.classreg.rules;

import java.util.Optional;
import java.util.TreeSet;
import org.classreg.errors.Reason;

/** Nobody is in two places at once: meetings of two sections must not overlap, even partly. */
class NoScheduleConflict implements Rule {

    @Override
    public Optional<Reason> objection(Addition addition) {
        var section = addition.section();
        var conflicting = new TreeSet<String>();
        for (var other : addition.schedule()) {
            if (!other.getSubject().equals(section.getSubject()) && section.overlaps(other)) {
                conflicting.add(other.getCode());
            }
        }
        return Rule.objectIf(!conflicting.isEmpty(), "SCHEDULE_CONFLICT",
                "%s meets at the same time as %s.", section.getCode(), String.join(", ", conflicting));
    }
}
