package org.classreg.registration;

import static org.classreg.people.Role.ADMIN_ROLE;
import static org.classreg.people.Role.STUDENT_ROLE;
import static org.classreg.people.Role.TEACHER_ROLE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.Locks;
import org.classreg.catalog.Program;
import org.classreg.catalog.SectionId;
import org.classreg.errors.NotFound;
import org.classreg.people.People;
import org.classreg.people.Person;
import org.classreg.security.Caller;

/** What a student has, or had, in a program. */
@Stateless
@RolesAllowed({ADMIN_ROLE, TEACHER_ROLE, STUDENT_ROLE})
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
