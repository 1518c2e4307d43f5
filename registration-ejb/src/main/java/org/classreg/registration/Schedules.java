package org.classreg.registration;

import static org.classreg.people.Role.SIGNED_IN;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.Locks;
import org.classreg.catalog.Program;
import org.classreg.catalog.SectionId;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.NotFound;
import org.classreg.lists.Conditions;
import org.classreg.lists.Slice;
import org.classreg.people.People;
import org.classreg.people.Person;
import org.classreg.security.Caller;
import org.classreg.transactions.Retried;

/** What a student has, or had, in a program. */
@Stateless
@Retried
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(SIGNED_IN)
public class Schedules {

    @Inject
    EntityManager em;

    @Inject
    Caller caller;

    @Inject
    Catalog catalog;

    @Inject
    People people;

    @Inject
    RegistrationTypes types;

    @Inject
    Locks locks;

    /**
     * The registrations with a seat that a student had in a program at an instant, by section.
     *
     * @throws NotFound if there is no such program or person
     */
    public List<StudentRegistration> schedule(String programCode, String username, Instant at) {
        var program = catalog.getProgram(programCode);
        var student = readable(username, program);
        return em.createNamedQuery(StudentRegistration.VALID_FOR_STUDENT, StudentRegistration.class)
                .setParameter("student", student)
                .setParameter("program", program)
                .setParameter("at", at)
                .getResultStream()
                .filter(valid -> valid.getType().takesSeat())
                .toList();
    }

    /**
     * All registrations that a student ever had in a program, of every type, the newest start first.
     *
     * @param first how many to skip, from 0
     * @param limit how many at most, from 1
     * @throws NotFound if there is no such program or person
     */
    public List<StudentRegistration> history(String programCode, String username, int first, int limit) {
        var program = catalog.getProgram(programCode);
        var student = readable(username, program);
        return em.createNamedQuery(StudentRegistration.HISTORY, StudentRegistration.class)
                .setParameter("student", student)
                .setParameter("program", program)
                .setFirstResult(first)
                .setMaxResults(limit)
                .getResultList();
    }

    /**
     * A part of the registrations that a student ever had in a program, the newest start first unless another order is asked for.
     *
     * @param typeName the only type; null for all
     * @param at only what had begun by then; null for all
     * @throws NotFound if there is no such program or person
     * @throws InvalidInput if there is no such type, or no such order
     */
    public List<StudentRegistration> history(String programCode, String username, String typeName, Instant at, Slice slice) {
        var program = catalog.getProgram(programCode);
        var query = new Conditions(StudentRegistration.SELECT + " join fetch e.startedBy left join fetch e.endedBy"
                + " where e.student = :student and e.program = :program")
                .with("student", readable(username, program))
                .with("program", program)
                .andIf("t.name = :type", "type", typeName == null ? null : types.getByName(typeName).getName())
                .andIf("e.startDate is null or e.startDate <= :at", "at", at);
        return RegistrationListings.HISTORY.query(em, StudentRegistration.class, query, slice)
                .setHint("eclipselink.join-fetch", "e.section.subject").getResultList();
    }

    /**
     * What of a student's schedule at an instant meets at the time of another section.
     *
     * @throws NotFound if there is no such section or person
     */
    public List<StudentRegistration> overlapping(SectionId id, String username, Instant at) {
        var section = catalog.getSection(id);
        var student = readable(username, section.getProgram());
        return em.createNamedQuery(StudentRegistration.OVERLAPPING, StudentRegistration.class)
                .setParameter("student", student)
                .setParameter("section", section)
                .setParameter("at", at)
                .getResultList();
    }

    private Person readable(String username, Program program) {
        var student = people.getByUsername(username);
        caller.requireMayActFor(student, program);
        locks.settle(student);
        return student;
    }
}
