package org.classreg.security;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.classreg.people.Person;
import org.classreg.people.Role;

/** The container's roles of a person: those of the person, and those that the person has in some program. */
@Dependent
public class RoleNames {

    @Inject
    EntityManager em;

    public Set<String> of(Person person) {
        var inPrograms = em.createNamedQuery(ProgramRole.ROLES_OF_PERSON, Role.class).setParameter("person", person).getResultStream();
        return Stream.concat(person.getRoles().stream(), inPrograms).map(Role::roleName).collect(Collectors.toSet());
    }
}
