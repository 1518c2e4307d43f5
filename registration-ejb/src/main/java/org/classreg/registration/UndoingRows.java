package org.classreg.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.classreg.operations.Operation;
import org.classreg.time.Expirable;

/**
 * The undoing of what one operation did to rows of which one at most is active at a place, such as the check-ins of a student at a program.
 *
 * @param <T> the kind of row
 */
final class UndoingRows<T extends Expirable> {

    private final List<T> rows;
    private final List<T> active;
    private final Function<T, Object> place;
    private final UnaryOperator<T> anew;
    private final Operation undo;

    /**
     * @param rows what the operation began or ended
     * @param active what is active now at the same places
     * @param place where there is one at most
     * @param anew makes of an ended row one that begins with the undo
     * @param undo the operation that undoes
     */
    UndoingRows(List<T> rows, List<T> active, Function<T, Object> place, UnaryOperator<T> anew, Operation undo) {
        this.rows = rows;
        this.active = active;
        this.place = place;
        this.anew = anew;
        this.undo = undo;
    }

    /** @return what ended, and what began anew */
    List<T> reverse() {
        var undone = undo.undoes().orElseThrow();
        var changed = new ArrayList<T>();
        rows.stream().filter(row -> row.wasBegunBy(undone) && !row.hasEnded()).forEach(row -> {
            row.expire(undo.getPerformedAt(), undo);
            changed.add(row);
        });
        var taken = active.stream().filter(other -> !other.hasEnded()).map(place).collect(Collectors.toSet());
        rows.stream().filter(row -> row.wasEndedBy(undone) && !taken.contains(place.apply(row))).map(anew).forEach(changed::add);
        return changed;
    }
}
