package org.classreg.registration;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.stream.Collectors;
import org.classreg.errors.InvalidInput;

/** Finds registration types. */
@Stateless
@PermitAll
public class RegistrationTypes {

    @Inject
    EntityManager em;

    public List<RegistrationType> all() {
        return em.createNamedQuery(RegistrationType.ALL, RegistrationType.class).getResultList();
    }

    /** @throws InvalidInput on the field "type" if there is none of this name */
    public RegistrationType getByName(String name) {
        return em.createNamedQuery(RegistrationType.BY_NAME, RegistrationType.class)
                .setParameter("name", name)
                .getResultStream().findFirst()
                .orElseThrow(() -> new InvalidInput("type", "\"" + name + "\" is not a registration type; there are "
                        + all().stream().map(RegistrationType::getName).collect(Collectors.joining(", ")) + "."));
    }
}
