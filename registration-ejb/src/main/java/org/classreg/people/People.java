package org.classreg.people;

import static org.classreg.people.Role.ADMIN_ROLE;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.classreg.errors.NotFound;

/** Finds people. */
@Stateless
@PermitAll
public class People {

    @Inject
    EntityManager em;

    public Optional<Person> findByUsername(String username) {
        return em.createNamedQuery(Person.BY_USERNAME, Person.class)
                .setParameter("username", username)
                .getResultStream().findFirst();
    }

    /** @throws NotFound if nobody has this username */
    public Person getByUsername(String username) {
        return findByUsername(username).orElseThrow(() -> new NotFound("person", username));
    }

    /**
     * Students whose username or full name contains the text, whatever its case, by family name.
     *
     * @param limit how many at most, from 1
     */
    @RolesAllowed(ADMIN_ROLE)
    public List<Person> searchStudents(String text, int limit) {
        return search(text, Role.STUDENT, 0, limit);
    }

    /**
     * People whose username or full name contains the text, whatever its case, by family name.
     *
     * @param role which they have; null for all
     * @param first how many to skip, from 0
     * @param limit how many at most, from 1
     */
    @RolesAllowed(ADMIN_ROLE)
    public List<Person> search(String text, Role role, int first, int limit) {
        var query = em.createNamedQuery(role == null ? Person.SEARCH_ALL : Person.SEARCH, Person.class);
        if (role != null) {
            query.setParameter("role", role);
        }
        return query.setParameter("pattern", Person.pattern(text)).setFirstResult(first).setMaxResults(limit).getResultList();
    }

    /**
     * The person of this username, for who manages people.
     *
     * @throws NotFound if nobody has this username
     */
    @RolesAllowed(ADMIN_ROLE)
    public Person get(String username) {
        return getByUsername(username);
    }
}
