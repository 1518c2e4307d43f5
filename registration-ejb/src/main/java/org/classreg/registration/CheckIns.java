package org.classreg.registration;

import static org.classreg.people.Role.ADMIN_ROLE;
import static org.classreg.people.Role.STAFF_ROLE;
import static org.classreg.people.Role.VOLUNTEER_ROLE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.Locks;
import org.classreg.catalog.Program;
import org.classreg.errors.NotFound;
import org.classreg.errors.Refused;
import org.classreg.lists.Conditions;
import org.classreg.lists.Slice;
import org.classreg.operations.Journal;
import org.classreg.people.People;
import org.classreg.people.Person;
import org.classreg.people.Role;
import org.classreg.security.Caller;
import org.classreg.transactions.Retried;

/** Checks students in when they come to a program, and out when they leave. */
@Stateless
@Retried
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed({ADMIN_ROLE, STAFF_ROLE, VOLUNTEER_ROLE})
public class CheckIns {

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
     * Who was at a program at an instant, by name.
     *
     * @param first how many to skip, from 0
     * @param limit how many at most, from 1
     * @throws NotFound if there is no such program
     */
    public List<CheckIn> present(String programCode, Instant at, int first, int limit) {
        return em.createNamedQuery(CheckIn.VALID_FOR_PROGRAM, CheckIn.class)
                .setParameter("program", settled(programCode))
                .setParameter("at", at)
                .setFirstResult(first)
                .setMaxResults(limit)
                .getResultList();
    }

    /**
     * A part of who was at a program at an instant, by name unless another order is asked for.
     *
     * @param student the only one, by username; null for all
     * @throws NotFound if there is no such program
     */
    public List<CheckIn> present(String programCode, String student, Instant at, Slice slice) {
        var query = new Conditions(CheckIn.PRESENT).with("program", settled(programCode)).with("at", at)
                .andIf("p.username = :student", "student", student);
        return CheckIn.LISTING.query(em, CheckIn.class, query, slice).getResultList();
    }

    /**
     * Checks a student in; one who is in already stays so.
     *
     * @throws NotFound if there is no such program or person
     * @throws Refused with NOT_A_STUDENT for anybody else
     */
    public CheckIn checkIn(String programCode, String username) {
        var program = find(programCode);
        var student = people.getByUsername(username);
        if (!student.is(Role.STUDENT)) {
            throw new Refused("NOT_A_STUDENT", student.name() + " is not a student.");
        }
        locks.students(List.of(student));
        locks.shareProgram(program);
        return active(student, program).orElseGet(() -> {
            var at = clock.instant();
            var checkIn = new CheckIn(student, program, at, journal.begin("checkIn", at).in(program).onBehalfOf(student));
            em.persist(checkIn);
            return checkIn;
        });
    }

    /**
     * Checks a student out.
     *
     * @throws NotFound if there is no such program or person
     * @throws Refused with NOT_CHECKED_IN if the student is not in
     */
    public CheckIn checkOut(String programCode, String username) {
        var program = find(programCode);
        var student = people.getByUsername(username);
        locks.students(List.of(student));
        locks.shareProgram(program);
        var checkIn = active(student, program).orElseThrow(() ->
                new Refused("NOT_CHECKED_IN", "%s is not checked in at %s.".formatted(student.name(), program.getTitle())));
        var at = clock.instant();
        checkIn.expire(at, journal.begin("checkOut", at).in(program).onBehalfOf(student));
        return checkIn;
    }

    /** Who is being checked in is waited for: an answer as of now is the answer for that instant for ever. */
    private Program settled(String programCode) {
        var program = find(programCode);
        locks.settle(program);
        return program;
    }

    private Program find(String programCode) {
        var program = catalog.getProgram(programCode);
        caller.requireCheckIn(program);
        return program;
    }

    private Optional<CheckIn> active(Person student, Program program) {
        return em.createNamedQuery(CheckIn.ACTIVE, CheckIn.class)
                .setParameter("student", student)
                .setParameter("program", program)
                .getResultStream().findFirst();
    }
}
