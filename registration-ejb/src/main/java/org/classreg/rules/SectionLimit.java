package org.classreg.rules;

import java.util.Optional;
import org.classreg.errors.Reason;

/** A student, and a program, can set how many sections a student has at the most. */
class SectionLimit implements Rule {

    @Override
    public Optional<Reason> objection(Addition addition) {
        var student = addition.student();
        var taken = addition.schedule().size();
        var own = student.getMaxSections();
        if (own != null && taken >= own) {
            return Optional.of(new Reason("TOO_MANY_SECTIONS", "%s wants no more than %d and has %d.".formatted(student.name(), own, taken)));
        }
        var program = addition.section().getProgram();
        var most = program.getMaxSections();
        return most == null || taken < most ? Optional.empty() : Optional.of(new Reason("TOO_MANY_SECTIONS",
                "%s allows %d sections a student, and %s has %d.".formatted(program.getTitle(), most, student.name(), taken)));
    }
}
