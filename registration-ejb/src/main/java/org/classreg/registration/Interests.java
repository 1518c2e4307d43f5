package org.classreg.registration;

import static org.classreg.people.Role.SIGNED_IN;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.ClassSubject;
import org.classreg.catalog.Locks;
import org.classreg.catalog.Program;
import org.classreg.catalog.WindowKind;
import org.classreg.errors.NotFound;
import org.classreg.errors.Refused;
import org.classreg.operations.Journal;
import org.classreg.operations.Operation;
import org.classreg.people.People;
import org.classreg.people.Person;
import org.classreg.rules.WithinWindow;
import org.classreg.security.Caller;
import org.classreg.transactions.Retried;

/** Interest of students in classes, whichever the section. */
@Stateless
@Retried
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(SIGNED_IN)
public class Interests {

    private static final WithinWindow INTEREST = new WithinWindow(WindowKind.INTEREST);

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Caller caller;

    @Inject
    Catalog catalog;

    @Inject
    People people;

    @Inject
    Locks locks;

    @Inject
    Journal journal;

    /**
     * The interests of a student, by class.
     *
     * @throws NotFound if there is no such program or person
     */
    public List<StudentSubjectInterest> of(String programCode, String username) {
        var program = catalog.getProgram(programCode);
        var student = people.getByUsername(username);
        caller.requireMayActFor(student, program);
        return valid(student, program);
    }

    /**
     * Notes that a student is interested in a class; one who is already stays so.
     *
     * @throws NotFound if there is no such class or person
     * @throws Refused with OUTSIDE_WINDOW if the program takes no wishes now
     */
    public StudentSubjectInterest express(String programCode, String subjectCode, String username) {
        var subject = catalog.getSubject(programCode, subjectCode);
        var student = people.getByUsername(username);
        caller.requireMayActFor(student, subject.getProgram());
        requireOpen(subject.getProgram());
        locks.students(List.of(student));
        locks.shareProgram(subject.getProgram());
        requireOpen(subject.getProgram());
        return valid(student, subject.getProgram()).stream()
                .filter(interest -> interest.getSubject().equals(subject))
                .findFirst()
                .orElseGet(() -> {
                    locks.shareSubject(subject);
                    var at = clock.instant();
                    var interest = new StudentSubjectInterest(student, subject, at, begin("interest", at, student, subject));
                    em.persist(interest);
                    return interest;
                });
    }

    /**
     * Ends a student's interest in a class; without one nothing changes.
     *
     * @throws NotFound if there is no such class or person
     */
    public void withdraw(String programCode, String subjectCode, String username) {
        var subject = catalog.getSubject(programCode, subjectCode);
        var student = people.getByUsername(username);
        caller.requireMayActFor(student, subject.getProgram());
        locks.students(List.of(student));
        valid(student, subject.getProgram()).stream()
                .filter(interest -> interest.getSubject().equals(subject))
                .forEach(interest -> {
                    var at = clock.instant();
                    interest.expire(at, begin("withdraw", at, student, subject));
                });
    }

    private void requireOpen(Program program) {
        INTEREST.objection(program, clock.instant()).ifPresent(reason -> {
            throw new Refused(List.of(reason));
        });
    }

    private Operation begin(String kind, Instant at, Person student, ClassSubject subject) {
        return journal.begin(kind, at).in(subject.getProgram()).onBehalfOf(student);
    }

    private List<StudentSubjectInterest> valid(Person student, Program program) {
        return em.createNamedQuery(StudentSubjectInterest.VALID_FOR_STUDENT, StudentSubjectInterest.class)
                .setParameter("student", student)
                .setParameter("program", program)
                .setParameter("at", clock.instant())
                .getResultList();
    }
}
