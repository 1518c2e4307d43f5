package org.classreg.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.classreg.catalog.ClassSubject;
import org.classreg.operations.Operation;
import org.classreg.people.Person;

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
        var taken = active.stream().filter(other -> !other.hasEnded()).map(Place::of).collect(Collectors.toSet());
        rows.stream().filter(row -> row.wasEndedBy(undone) && !taken.contains(Place.of(row))).forEach(row ->
                changed.add(new StudentSubjectInterest(row.getStudent(), row.getSubject(), undo.getPerformedAt(), undo)));
        return changed;
    }

    private record Place(Person student, ClassSubject subject) {

        static Place of(StudentSubjectInterest interest) {
            return new Place(interest.getStudent(), interest.getSubject());
        }
    }
}
