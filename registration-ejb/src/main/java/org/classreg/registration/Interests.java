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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.ClassSubject;
import org.classreg.catalog.Locks;
import org.classreg.catalog.Program;
import org.classreg.catalog.WindowKind;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.InvalidInput.Fault;
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
        return of(programCode, username, clock.instant());
    }

    /** The same as of an instant. */
    public List<StudentSubjectInterest> of(String programCode, String username, Instant at) {
        var program = catalog.getProgram(programCode);
        var student = people.getByUsername(username);
        caller.requireMayActFor(student, program);
        locks.settle(student);
        return valid(student, program, at);
    }

    /**
     * Replaces the interests of a student as a whole: what is not named ends, what is new starts, the rest stays.
     *
     * @param wanted the codes of the classes
     * @param expected is given the present interests, which nobody else changes until these are written, and throws if they are not those that
     * the caller had in mind
     * @return the interests as they are now, by class
     * @throws NotFound if there is no such program or person
     * @throws InvalidInput with every entry that names no class of the program, or stands twice
     * @throws Refused with OUTSIDE_WINDOW if something is new and the program takes no wishes now
     */
    public List<StudentSubjectInterest> replace(String programCode, String username, List<String> wanted,
            Consumer<List<StudentSubjectInterest>> expected) {
        var program = catalog.getProgram(programCode);
        var student = people.getByUsername(username);
        caller.requireMayActFor(student, program);
        var subjects = resolve(program, wanted);
        locks.students(List.of(student));
        locks.shareProgram(program);
        var current = valid(student, program);
        expected.accept(current);
        var kept = current.stream().filter(interest -> subjects.contains(interest.getSubject())).toList();
        var added = new ArrayList<>(subjects);
        added.removeAll(kept.stream().map(StudentSubjectInterest::getSubject).toList());
        if (!added.isEmpty()) {
            requireOpen(program);
            added.stream().sorted(Comparator.comparing(ClassSubject::getId)).forEach(locks::shareSubject);
        }
        if (kept.size() < current.size() || !added.isEmpty()) {
            var at = clock.instant();
            var operation = journal.begin("interest", at).in(program).onBehalfOf(student);
            current.stream().filter(interest -> !kept.contains(interest)).forEach(interest -> interest.expire(at, operation));
            added.forEach(subject -> em.persist(new StudentSubjectInterest(student, subject, at, operation)));
        }
        em.flush();
        return valid(student, program);
    }

    private List<ClassSubject> resolve(Program program, List<String> wanted) {
        var known = catalog.subjects(program.getCode()).stream().collect(Collectors.toMap(ClassSubject::getCode, Function.identity()));
        var faults = new ArrayList<Fault>();
        Set<String> seen = new HashSet<>();
        for (var i = 0; i < wanted.size(); i++) {
            if (!known.containsKey(wanted.get(i))) {
                faults.add(new Fault("[" + i + "].class", "There is no class \"" + wanted.get(i) + "\" in " + program.getCode() + "."));
            } else if (!seen.add(wanted.get(i))) {
                faults.add(new Fault("[" + i + "].class", wanted.get(i) + " stands twice."));
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return wanted.stream().map(known::get).toList();
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
        return valid(student, program, clock.instant());
    }

    private List<StudentSubjectInterest> valid(Person student, Program program, Instant at) {
        return em.createNamedQuery(StudentSubjectInterest.VALID_FOR_STUDENT, StudentSubjectInterest.class)
                .setParameter("student", student)
                .setParameter("program", program)
                .setParameter("at", at)
                .getResultList();
    }
}
