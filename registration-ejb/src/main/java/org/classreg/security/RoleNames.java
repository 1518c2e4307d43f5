package org.classreg.security;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.classreg.people.Person;
import org.classreg.people.Role;

/** The container's roles of a person: those of the person, and those that the person has in some program or section. One statement. */
@Dependent
public class RoleNames {

    @Inject
    EntityManager em;

    public Set<String> of(Person person) {
        var given = em.createNamedQuery(ProgramRole.ROLES_OF_PERSON).setParameter(1, person.getId()).getResultList();
        return Stream.concat(person.getRoles().stream(), ((List<?>) given).stream().map(String::valueOf).map(Role::valueOf))
                .map(Role::roleName).collect(Collectors.toSet());
    }
}
