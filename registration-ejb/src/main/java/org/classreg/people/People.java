package org.classreg.people;

import static org.classreg.people.Role.ADMIN_ROLE;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.NotFound;
import org.classreg.lists.Conditions;
import org.classreg.lists.Slice;

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
     * A part of the people whose username or full name contains the text, whatever its case; by name unless another order is asked for.
     *
     * @param role which they have; null for all
     * @throws InvalidInput if they are to be ordered by something else than the fields of {@link Person#LISTING}
     */
    @RolesAllowed(ADMIN_ROLE)
    public List<Person> search(String text, Role role, Slice slice) {
        var query = new Conditions("select p from Person p where " + Person.MATCHES).with("pattern", Person.pattern(text))
                .andIf("p.id in (select q.id from Person q join q.roles r where r = :role)", "role", role);
        return Person.LISTING.query(em, Person.class, query, slice)
                .setHint("eclipselink.batch.type", "IN")
                .setHint("eclipselink.batch", "p.roles")
                .getResultList();
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
