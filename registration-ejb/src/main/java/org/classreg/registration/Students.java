package org.classreg.registration;

import static org.classreg.people.Role.ADMIN_ROLE;
import static org.classreg.people.Role.SIGNED_IN;
import static org.classreg.people.Role.STAFF_ROLE;
import static org.classreg.people.Role.VOLUNTEER_ROLE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.classreg.catalog.Catalog;
import org.classreg.errors.NotFound;
import org.classreg.lists.Slice;
import org.classreg.people.People;
import org.classreg.people.Person;
import org.classreg.people.Role;
import org.classreg.security.Caller;

/**
 * Finds students for the staff and the volunteers of a program: those who ever had a registration in it. Others they find by the whole
 * username, which only who knows the student has; administrators find everybody.
 */
@Stateless
@RolesAllowed({ADMIN_ROLE, STAFF_ROLE, VOLUNTEER_ROLE})
public class Students {

    @Inject
    EntityManager em;

    @Inject
    Caller caller;

    @Inject
    Catalog catalog;

    @Inject
    People people;

    /**
     * The student, for who sees what the student has in the program.
     *
     * @throws NotFound if there is no such program, or nobody whom the caller may know
     */
    @RolesAllowed(SIGNED_IN)
    public Person get(String programCode, String username) {
        var program = catalog.getProgram(programCode);
        var student = people.getByUsername(username);
        caller.requireMayActFor(student, program);
        return student;
    }

    /** The student with this username, whom everybody finds who knows it. */
    public Optional<Person> find(String username) {
        return people.findByUsername(username).filter(person -> person.is(Role.STUDENT));
    }

    /**
     * Students whose username or full name contains the text, whatever its case, by family name.
     *
     * @param limit how many at most, from 1
     * @throws NotFound if there is no such program
     */
    public List<Person> search(String programCode, String text, int limit) {
        var program = catalog.getProgram(programCode);
        caller.requireCheckIn(program);
        if (caller.is(Role.ADMIN)) {
            return people.search(text, Role.STUDENT, Slice.first(limit));
        }
        return em.createNamedQuery(StudentRegistration.SEARCH_STUDENTS, Person.class)
                .setParameter("role", Role.STUDENT)
                .setParameter("program", program)
                .setParameter("username", text.strip())
                .setParameter("pattern", Person.pattern(text))
                .setMaxResults(limit)
                .getResultList();
    }
}
