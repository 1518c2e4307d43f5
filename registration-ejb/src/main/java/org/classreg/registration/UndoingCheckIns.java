package org.classreg.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.classreg.operations.Operation;

/** The undoing of what one operation did to who is at a program. */
final class UndoingCheckIns {

    private final List<CheckIn> rows;
    private final Set<CheckIn> present;
    private final Operation undo;

    /**
     * @param rows what the operation began or ended
     * @param present of these, whose students are at the program now
     * @param undo the operation that undoes
     */
    UndoingCheckIns(List<CheckIn> rows, Set<CheckIn> present, Operation undo) {
        this.rows = rows;
        this.present = present;
        this.undo = undo;
    }

    /** @return what ended, and what began anew */
    List<CheckIn> reverse() {
        var undone = undo.undoes().orElseThrow();
        var changed = new ArrayList<CheckIn>();
        for (var row : rows) {
            if (row.wasBegunBy(undone) && !row.hasEnded()) {
                row.expire(undo.getPerformedAt(), undo);
                changed.add(row);
            } else if (row.wasEndedBy(undone) && !present.contains(row)) {
                changed.add(new CheckIn(row.getStudent(), row.getProgram(), undo.getPerformedAt(), undo));
            }
        }
        return changed;
    }
}
