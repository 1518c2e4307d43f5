package org.classreg.rules;

import java.util.Optional;
import org.classreg.catalog.Timeslot;
import org.classreg.errors.Reason;

/**
 * A program can set how many sections of one timeslot a student ranks by priority, and so the highest rank.
 * Source: ESP-Website, {@code priority_limit} of the student registration module.
 */
class PriorityLimit implements Rule {

    @Override
    public Optional<Reason> objection(Addition addition) {
        var section = addition.section();
        var most = section.getProgram().getPriorityLimit();
        if (most == null || addition.rank() == 0) {
            return Optional.empty();
        }
        if (addition.rank() > most) {
            return Optional.of(new Reason("PRIORITY_LIMIT", "%s takes priorities 1 to %d; %s is ranked %d."
                    .formatted(section.getProgram().getTitle(), most, section.getCode(), addition.rank())));
        }
        var crowded = section.timeslots().stream().anyMatch(timeslot -> rankedAt(timeslot, addition) >= most);
        return Rule.objectIf(crowded, "PRIORITY_LIMIT", "%s takes %d priorities for one time, and at the time of %s there are as many.",
                section.getProgram().getTitle(), most, section.getCode());
    }

    private static long rankedAt(Timeslot timeslot, Addition addition) {
        return addition.ranked().stream().filter(other -> other.timeslots().stream().anyMatch(timeslot::overlaps)).count();
    }
}
