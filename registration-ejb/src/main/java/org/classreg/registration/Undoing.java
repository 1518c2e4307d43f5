package org.classreg.registration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.classreg.catalog.ProgramCap;
import org.classreg.errors.Reason;
import org.classreg.operations.Operation;
import org.classreg.rules.Addition;
import org.classreg.rules.Rules;

/** The undoing of one operation, in memory: first it ends what the operation began, which makes room for what it restores. */
final class Undoing {

    private final List<StudentRegistration> rows;
    private final UndoingRows<StudentSubjectInterest> interests;
    private final UndoingRows<CheckIn> checkIns;
    private final Operation undone;
    private final Operation undo;
    private final Seats seats;
    private final Set<Place> taken = new HashSet<>();
    private final Set<StudentRegistration> ofParticipants;
    private final List<StudentRegistration> ended = new ArrayList<>();
    private final List<StudentRegistration> restored = new ArrayList<>();
    private final List<Reversal.Left> left = new ArrayList<>();

    /** Where somebody has a registration of which type, by keys: there may be many more of them than rows to undo. */
    record Place(Long student, Long section, Long type) {

        static Place of(StudentRegistration registration) {
            return new Place(registration.getStudent().getId(), registration.getSection().getId(), registration.getType().getId());
        }
    }

    /**
     * @param rows the registrations that the operation began or ended
     * @param valid the seats that are taken now around it
     * @param places where there are registrations now around it, of whichever type
     * @param interests what it did to interests in classes
     * @param checkIns what it did to who is at a program
     * @param undo the operation that undoes
     */
    Undoing(List<StudentRegistration> rows, List<StudentRegistration> valid, List<Place> places,
            UndoingRows<StudentSubjectInterest> interests, UndoingRows<CheckIn> checkIns, Operation undo) {
        this.rows = rows;
        this.interests = interests;
        this.checkIns = checkIns;
        this.undo = undo;
        undone = undo.undoes().orElseThrow();
        seats = new Seats(valid);
        taken.addAll(places);
        ofParticipants = rows.stream().filter(row -> !seats.schedule(row.getStudent(), row.getSection()).isEmpty()).collect(Collectors.toSet());
    }

    /** @param sections what becomes of them, which has been done */
    Reversal reverse(UndoingSections.Outlook sections) {
        rows.stream().filter(row -> row.wasBegunBy(undone)).forEach(this::end);
        rows.stream().filter(row -> row.wasEndedBy(undone)).forEach(this::restore);
        return new Reversal(ended, restored, left, interests.reverse(), checkIns.reverse(), sections.sections(), sections.left());
    }

    private void end(StudentRegistration row) {
        if (row.hasEnded()) {
            left.add(new Reversal.Left(row, List.of(new Reason("ENDED_SINCE", "%s has ended since, by %s."
                    .formatted(row, row.getEndedBy().getCaller())))));
        } else {
            row.expire(undo.getPerformedAt(), undo);
            taken.remove(Place.of(row));
            ended.add(row);
        }
    }

    private void restore(StudentRegistration row) {
        var objections = objections(row);
        if (objections.isEmpty()) {
            var anew = new StudentRegistration(row.getStudent(), row.getSection(), row.getType(), undo.getPerformedAt(), undo);
            row.place().ifPresent(anew::inLineAt);
            row.lapsesAt().ifPresent(anew::untilLapse);
            taken.add(Place.of(anew));
            if (row.getType().takesSeat()) {
                seats.add(anew);
            }
            restored.add(anew);
        } else {
            left.add(new Reversal.Left(row, objections));
        }
    }

    private List<Reason> objections(StudentRegistration row) {
        if (row.getType().takesSeat()) {
            return Rules.RESTORED_SEAT.objections(new Addition(row.getStudent(), row.getSection(), seats.schedule(row.getStudent(), row.getSection()),
                    undo.getPerformedAt(), participants(row)));
        }
        if (taken.contains(Place.of(row))) {
            return List.of(new Reason("ALREADY_REGISTERED", "%s again already.".formatted(row)));
        }
        if (row.place().isPresent() && seats.find(row.getStudent(), row.getSection()).isPresent()) {
            return List.of(new Reason("ALREADY_IN_CLASS", "%s has a seat in %s.".formatted(row.getStudent().name(), row.getSection().getCode())));
        }
        return row.getType().isPreference() || row.place().isPresent()
                ? Rules.RESTORED_WISH.objections(new Addition(row.getStudent(), row.getSection(), undo.getPerformedAt()))
                : List.of();
    }

    /** Who has been in the program until now is not held up by its caps, even with the only seat given up for another. */
    private ToLongFunction<ProgramCap> participants(StudentRegistration row) {
        return ofParticipants.contains(row) ? cap -> Admission.NOBODY : seats::participants;
    }
}
