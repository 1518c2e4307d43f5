package org.classreg.registration;

import java.util.ArrayList;
import java.util.List;
import org.classreg.operations.Operation;

/** The undoing of what one operation did to interests in classes. */
final class UndoingInterests {

    private final List<StudentSubjectInterest> rows;
    private final List<StudentSubjectInterest> active;
    private final Operation undo;

    /**
     * @param rows what the operation began or ended
     * @param active what is active now in the same classes
     * @param undo the operation that undoes
     */
    UndoingInterests(List<StudentSubjectInterest> rows, List<StudentSubjectInterest> active, Operation undo) {
        this.rows = rows;
        this.active = active;
        this.undo = undo;
    }

    /** @return what ended, and what began anew */
    List<StudentSubjectInterest> reverse() {
        var undone = undo.undoes().orElseThrow();
        var changed = new ArrayList<StudentSubjectInterest>();
        rows.stream().filter(row -> row.wasBegunBy(undone) && !row.hasEnded()).forEach(row -> {
            row.expire(undo.getPerformedAt(), undo);
            changed.add(row);
        });
        rows.stream().filter(row -> row.wasEndedBy(undone) && !isActiveAgain(row)).forEach(row ->
                changed.add(new StudentSubjectInterest(row.getStudent(), row.getSubject(), undo.getPerformedAt(), undo)));
        return changed;
    }

    private boolean isActiveAgain(StudentSubjectInterest row) {
        return active.stream().anyMatch(other -> !other.hasEnded()
                && other.getStudent().equals(row.getStudent()) && other.getSubject().equals(row.getSubject()));
    }
}
