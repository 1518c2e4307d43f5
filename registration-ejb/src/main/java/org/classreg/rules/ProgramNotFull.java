package org.classreg.rules;

import java.util.Optional;
import org.classreg.catalog.ProgramCap;
import org.classreg.errors.Reason;

/**
 * A program can set how many students it takes, in all or of some grades. Who has a seat in it already is not held up.
 * Source: ESP-Website, {@code Program.user_can_join}.
 */
class ProgramNotFull implements Rule {

    @Override
    public Optional<Reason> objection(Addition addition) {
        if (!addition.schedule().isEmpty()) {
            return Optional.empty();
        }
        return addition.section().getProgram().caps().stream()
                .filter(cap -> cap.counts(addition.student()) && addition.participants().applyAsLong(cap) >= cap.getMaxStudents())
                .findFirst()
                .map(cap -> new Reason("PROGRAM_FULL", "%s is full: it takes %d students%s.".formatted(
                        addition.section().getProgram().getTitle(), cap.getMaxStudents(), grades(cap))));
    }

    private static String grades(ProgramCap cap) {
        return cap.isForAll() ? "" : " of " + GradeInRange.range(cap.getGradeMin(), cap.getGradeMax());
    }
}
