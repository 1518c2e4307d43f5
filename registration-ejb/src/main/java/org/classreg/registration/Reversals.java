package org.classreg.registration;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.classreg.people.Role.ADMIN_ROLE;
import static org.classreg.people.Role.STAFF_ROLE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.Locks;
import org.classreg.errors.NotFound;
import org.classreg.errors.Refused;
import org.classreg.operations.Journal;
import org.classreg.operations.Operation;
import org.classreg.people.Person;
import org.classreg.security.Caller;
import org.classreg.transactions.Busy;
import org.classreg.transactions.Retried;

/**
 * Undoes operations, each as a unit: what one began ends, what it ended begins anew. History is never rewritten, an undo is an
 * operation like any other and can itself be undone. What an import did to classes and people stays.
 */
@Stateless
@Retried
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed({ADMIN_ROLE, STAFF_ROLE})
public class Reversals {

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Caller caller;

    @Inject
    Locks locks;

    @Inject
    Seating seating;

    @Inject
    UndoingSections sections;

    @Inject
    RegistrationRows writing;

    @Inject
    Journal journal;

    /**
     * What {@link #undo} would do now. Writes nothing.
     *
     * @throws NotFound if there is no such operation, or it is not the caller's to see
     * @throws Refused with ALREADY_UNDONE if it has been undone, NOTHING_TO_UNDO if it changed rights, accounts or the catalog alone
     */
    public Reversal preview(long operationId) {
        em.setFlushMode(FlushModeType.COMMIT);
        var operation = undoable(operationId);
        var at = clock.instant();
        var undo = operation.undoneBy(caller.name(), at);
        var outlook = sections.outlook(operation);
        var undoing = undoing(operation, registrations(operation), undo);
        sections.apply(outlook);
        var reversal = undoing.reverse(outlook);
        em.clear();
        return reversal;
    }

    /**
     * Undoes an operation in one transaction. What cannot be restored because the world has moved on is left as it is.
     *
     * @throws NotFound if there is no such operation, or it is not the caller's to see
     * @throws Refused with ALREADY_UNDONE if it has been undone, NOTHING_TO_UNDO if it changed rights, accounts or the catalog alone
     */
    public Reversal undo(long operationId) {
        em.setFlushMode(FlushModeType.COMMIT);
        var operation = em.find(Operation.class, operationId, LockModeType.PESSIMISTIC_WRITE);
        undoable(operationId);
        var touched = touched(StudentRegistration.SECTIONS_OF_OPERATION, ClassSection.class, operation);
        var changed = sections.changes(operation).stream().map(SectionChange::getSection).toList();
        var students = concerned(operation, touched(StudentRegistration.STUDENTS_OF_OPERATION, Person.class, operation).stream());
        var seats = touched(StudentRegistration.SEATING_SECTIONS_OF_OPERATION, ClassSection.class, operation);
        var freed = seating.lock(students, Stream.concat(seats.stream(), changed.stream()).distinct().toList(), touched.toArray(ClassSection[]::new));
        var rows = registrations(operation);
        if (!students.containsAll(concerned(operation, rows.stream().map(StudentRegistration::getStudent)))) {
            throw new Busy();
        }
        checkIns(operation).map(CheckIn::getProgram).distinct().forEach(locks::shareProgram);
        touched.stream().map(ClassSection::getProgram).distinct().flatMap(program -> program.caps().stream()).forEach(locks::cap);
        var at = clock.instant();
        var undo = journal.beginUndo(operation, at);
        var outlook = sections.outlook(operation);
        sections.restore(outlook, undo);
        var reversal = undoing(operation, rows, undo).reverse(outlook);
        write(reversal, undo);
        seating.leaveLines(reversal.restored().stream().filter(row -> row.getType().takesSeat()).collect(groupingBy(StudentRegistration::getSection,
                mapping(StudentRegistration::getStudent, toSet()))), at, undo);
        reversal.interests().forEach(em::persist);
        reversal.checkIns().forEach(em::persist);
        seating.fill(freed, at, undo);
        journal.close(undo);
        return reversal;
    }

    /** There may be tens of thousands, which the entity manager would write one by one and compare at every flush. */
    private void write(Reversal reversal, Operation undo) {
        reversal.ended().forEach(em::detach);
        em.flush();
        em.setFlushMode(FlushModeType.AUTO);
        writing.end(reversal.ended().stream().map(StudentRegistration::getId).toList(), undo);
        writing.write(reversal.restored());
    }

    /** Reads all that the undoing needs; from here on nothing is asked of the database, which has not seen the changes. */
    private Undoing undoing(Operation operation, List<StudentRegistration> touched, Operation undo) {
        var places = valid(StudentRegistration.PLACES, Object[].class, touched, touched.stream().map(row -> row.getType().getName()))
                .map(row -> new Undoing.Place((Long) row[0], (Long) row[1], (Long) row[2])).toList();
        var seats = valid(StudentRegistration.VALID_FOR_PROGRAM, StudentRegistration.class, touched, RegistrationType.SEATS.stream()).toList();
        return new Undoing(touched, seats, places, interests(operation, undo), checkIns(operation, undo), undo);
    }

    /** Whatever the operation did to them besides, and who has a seat where it changed a section. */
    private Set<Person> concerned(Operation operation, Stream<Person> registered) {
        return Stream.of(
                registered,
                em.createNamedQuery(StudentSubjectInterest.OF_OPERATION, StudentSubjectInterest.class)
                        .setParameter("operation", operation).getResultStream().map(StudentSubjectInterest::getStudent),
                checkIns(operation).map(CheckIn::getStudent),
                sections.holders(operation))
                .flatMap(students -> students).collect(toSet());
    }

    private Stream<CheckIn> checkIns(Operation operation) {
        return em.createNamedQuery(CheckIn.OF_OPERATION, CheckIn.class).setParameter("operation", operation).getResultStream();
    }

    private UndoingRows<CheckIn> checkIns(Operation operation, Operation undo) {
        var rows = checkIns(operation).toList();
        return new UndoingRows<>(rows, rows.stream().flatMap(this::active).toList(), row -> List.of(row.getStudent(), row.getProgram()),
                row -> new CheckIn(row.getStudent(), row.getProgram(), undo.getPerformedAt(), undo), undo);
    }

    private Stream<CheckIn> active(CheckIn row) {
        return em.createNamedQuery(CheckIn.ACTIVE, CheckIn.class)
                .setParameter("student", row.getStudent())
                .setParameter("program", row.getProgram())
                .getResultStream();
    }

    private Operation undoable(long id) {
        var operation = em.find(Operation.class, id);
        if (operation == null || !caller.maySee(operation.program())) {
            throw new NotFound("operation", id);
        }
        var undone = em.createNamedQuery(Operation.UNDOING, Operation.class).setParameter("operations", List.of(operation))
                .getResultStream().findFirst();
        if (undone.isPresent()) {
            throw new Refused("ALREADY_UNDONE", "Operation %d has been undone by operation %d, which can be undone in turn."
                    .formatted(id, undone.get().getId()));
        }
        if (operation.getAbout() != null && operation.getChanges() == 0 && sections.changes(operation).isEmpty()) {
            throw new Refused("NOTHING_TO_UNDO", "Operation %d changed no registration; what else it changed is to be changed back by hand.".formatted(id));
        }
        return operation;
    }

    private List<StudentRegistration> registrations(Operation operation) {
        return touched(StudentRegistration.OF_OPERATION, StudentRegistration.class, operation);
    }

    private <T> List<T> touched(String query, Class<T> kind, Operation operation) {
        return em.createNamedQuery(query, kind).setParameter("operation", operation).getResultList();
    }

    private UndoingRows<StudentSubjectInterest> interests(Operation operation, Operation undo) {
        var rows = em.createNamedQuery(StudentSubjectInterest.OF_OPERATION, StudentSubjectInterest.class)
                .setParameter("operation", operation)
                .getResultList();
        var subjects = rows.stream().map(StudentSubjectInterest::getSubject).distinct().toList();
        var active = subjects.isEmpty() ? List.<StudentSubjectInterest>of()
                : em.createNamedQuery(StudentSubjectInterest.ACTIVE_IN_SUBJECTS, StudentSubjectInterest.class)
                        .setParameter("subjects", subjects)
                        .getResultList();
        return new UndoingRows<>(rows, active, row -> List.of(row.getStudent(), row.getSubject()),
                row -> new StudentSubjectInterest(row.getStudent(), row.getSubject(), undo.getPerformedAt(), undo), undo);
    }

    /** What is valid now of these types in the programs that an operation touched. */
    private <T> Stream<T> valid(String query, Class<T> row, List<StudentRegistration> touched, Stream<String> typeNames) {
        var types = typeNames.distinct().toList();
        return touched.stream().map(StudentRegistration::getSection).map(ClassSection::getProgram).distinct()
                .flatMap(program -> em.createNamedQuery(query, row)
                        .setParameter("program", program)
                        .setParameter("types", types)
                        .setParameter("at", clock.instant())
                        .getResultStream());
    }
}
