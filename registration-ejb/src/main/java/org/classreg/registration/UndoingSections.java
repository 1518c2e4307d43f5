package org.classreg.registration;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.ClassStatus;
import org.classreg.errors.Reason;
import org.classreg.operations.Operation;
import org.classreg.people.Person;
import org.classreg.rules.Addition;
import org.classreg.rules.Rules;

/** The undoing of what one operation did to sections: their status, times and maximum. */
@Dependent
public class UndoingSections {

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    /**
     * What an undo can do to sections.
     *
     * @param restorable which are as the operation left them, and can be as before
     * @param left which stay as they are
     */
    record Outlook(List<SectionChange> restorable, List<Reversal.LeftSection> left) {

        List<ClassSection> sections() {
            return restorable.stream().map(SectionChange::getSection).toList();
        }
    }

    List<SectionChange> changes(Operation operation) {
        return em.createNamedQuery(SectionChange.OF_OPERATION, SectionChange.class).setParameter("operation", operation).getResultList();
    }

    /** Who has a seat in a section that the operation changed. */
    Stream<Person> holders(Operation operation) {
        return changes(operation).stream().flatMap(change -> active(change.getSection()))
                .filter(row -> row.getType().takesSeat()).map(StudentRegistration::getStudent);
    }

    Outlook outlook(Operation operation) {
        var restorable = new ArrayList<SectionChange>();
        var left = new ArrayList<Reversal.LeftSection>();
        for (var change : changes(operation)) {
            objection(change, operation).ifPresentOrElse(
                    reason -> left.add(new Reversal.LeftSection(change.getSection(), List.of(reason))), () -> restorable.add(change));
        }
        return new Outlook(restorable, left);
    }

    /** Sets sections back, without a word to the journal and the database. */
    void apply(Outlook outlook) {
        outlook.restorable().forEach(change -> change.before().applyTo(change.getSection(), em));
    }

    void restore(Outlook outlook, Operation undo) {
        for (var change : outlook.restorable()) {
            change.before().applyTo(change.getSection(), em);
            em.flush();
            em.persist(new SectionChange(undo, change.getSection(), change.after(), change.before()));
        }
    }

    private Optional<Reason> objection(SectionChange change, Operation operation) {
        var section = change.getSection();
        if (!SectionState.of(section).equals(change.after())) {
            return Optional.of(new Reason("CHANGED_SINCE", "%s has been changed again since.".formatted(section.getCode())));
        }
        var staying = active(section).filter(row -> !row.wasBegunBy(operation)).toList();
        return change.before().status() == ClassStatus.CANCELLED && !section.isCancelled()
                ? whoCameSince(section, staying)
                : whoCouldNotBeThere(section, change.before(), staying.stream()
                        .filter(row -> row.getType().takesSeat()).map(StudentRegistration::getStudent).toList(), operation);
    }

    /** A mark that somebody came does not keep a section from being cancelled again. */
    private Optional<Reason> whoCameSince(ClassSection section, List<StudentRegistration> staying) {
        var students = staying.stream().filter(row -> row.getType().takesSeat() || row.place().isPresent() || row.getType().isPreference())
                .map(StudentRegistration::getStudent).distinct().count();
        return Optional.of(new Reason("REGISTERED_SINCE", "%d %s come to %s since; cancel it to let them go.".formatted(students,
                students == 1 ? "student has" : "students have", section.getCode()))).filter(reason -> students > 0);
    }

    private Optional<Reason> whoCouldNotBeThere(ClassSection section, SectionState before, List<Person> staying, Operation operation) {
        if (staying.isEmpty()) {
            return Optional.empty();
        }
        var seats = new Seats(em.createNamedQuery(StudentRegistration.SEATS_OF_STUDENTS, StudentRegistration.class)
                .setParameter("students", staying).setParameter("at", clock.instant()).getResultStream()
                .filter(seat -> !seat.wasBegunBy(operation)).toList());
        var asItWas = new ClassSection(section.getSubject(), section.getCode());
        before.applyTo(asItWas, em);
        return staying.stream().filter(student -> !Rules.MOVED_SEAT.objections(new Addition(student, asItWas,
                        seats.schedule(student, section).stream().filter(other -> !other.equals(section)).toList(), clock.instant(), cap -> 0)).isEmpty())
                .findFirst().map(student -> new Reason("SEATS_IN_THE_WAY", "%s has a seat in %s and could not be there at the times of before."
                        .formatted(student.name(), section.getCode())));
    }

    private Stream<StudentRegistration> active(ClassSection section) {
        return em.createNamedQuery(StudentRegistration.ACTIVE_IN_SECTION, StudentRegistration.class).setParameter("section", section)
                .getResultStream();
    }
}
