package org.classreg.exchange;

import static org.classreg.people.Role.ADMIN_ROLE;
import static org.classreg.people.Role.STAFF_ROLE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.Locks;
import org.classreg.catalog.Program;
import org.classreg.errors.NotFound;
import org.classreg.people.Person;
import org.classreg.people.Role;
import org.classreg.registration.RegistrationType;
import org.classreg.registration.StudentRegistration;
import org.classreg.security.Caller;
import org.classreg.security.SectionTeacher;
import org.classreg.transactions.Retried;

/** Gives programs to other systems, in the words in which {@link Imports} takes them. */
@Stateless
@Retried
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed({ADMIN_ROLE, STAFF_ROLE})
public class Exports {

    @Inject
    EntityManager em;

    @Inject
    Caller caller;

    @Inject
    Catalog catalog;

    @Inject
    Locks locks;

    /**
     * A program as a set of OneRoster 1.2, with who was Enrolled at an instant; classes, people and teachers are as they are now. It is read when
     * this returns and can be written after, so that a slow reader keeps no connection to the database.
     *
     * @param coverage administrators alone have it with all people of the office
     * @throws NotFound if no program has this code
     */
    public RosterSet oneRoster(String programCode, Coverage coverage, Instant at) {
        var program = catalog.getProgram(programCode);
        caller.requireStaff(program);
        if (coverage == Coverage.ALL) {
            caller.require(Role.ADMIN);
        }
        var sections = catalog.sections(programCode);
        locks.settle(sections);
        var teachers = em.createNamedQuery(SectionTeacher.OF_PROGRAM, SectionTeacher.class).setParameter("program", program).getResultStream()
                .filter(teacher -> !teacher.getPerson().is(Role.ADMIN)).toList();
        var people = people(program, coverage, teachers);
        return new OneRosterExport(program, sections, people, enrolled(program, at), teachers).write();
    }

    /** To be asked for last: the roles and meetings of whom and what it brings along would come one by one. */
    private List<StudentRegistration> enrolled(Program program, Instant at) {
        return em.createNamedQuery(StudentRegistration.VALID_FOR_PROGRAM, StudentRegistration.class)
                .setParameter("program", program)
                .setParameter("types", List.of(RegistrationType.ENROLLED))
                .setParameter("at", at)
                .getResultList();
    }

    private List<Person> people(Program program, Coverage coverage, List<SectionTeacher> teachers) {
        var people = new LinkedHashSet<>(em.createNamedQuery(StudentRegistration.EVER_IN_PROGRAM, Person.class)
                .setParameter("program", program).getResultList());
        teachers.stream().map(SectionTeacher::getPerson).forEach(people::add);
        if (coverage == Coverage.ALL) {
            em.createNamedQuery(Person.ALL, Person.class).getResultStream()
                    .filter(person -> (person.is(Role.STUDENT) || person.is(Role.TEACHER)) && !person.is(Role.ADMIN))
                    .forEach(people::add);
        }
        return List.copyOf(people);
    }
}
