package org.classreg.rules;

import java.util.Optional;
import org.classreg.errors.Reason;

/** A program can set in how many timeslots a student's sections meet at the most. */
class TimeslotLimit implements Rule {

    @Override
    public Optional<Reason> objection(Addition addition) {
        var program = addition.section().getProgram();
        var most = program.getMaxTimeslots();
        if (most == null) {
            return Optional.empty();
        }
        var taken = addition.schedule().stream().mapToInt(section -> section.timeslots().size()).sum();
        var more = addition.section().timeslots().size();
        return Rule.objectIf(taken + more > most, "TOO_MANY_SECTIONS",
                "%s allows %d timeslots a student; with %s, %s would have %d.",
                program.getTitle(), most, addition.section().getCode(), addition.student().name(), taken + more);
    }
}
