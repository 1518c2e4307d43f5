package org.classreg.registration;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.NotFound;

/** Finds registration types. */
@Stateless
@PermitAll
public class RegistrationTypes {

    @Inject
    EntityManager em;

    public List<RegistrationType> all() {
        return em.createNamedQuery(RegistrationType.ALL, RegistrationType.class).getResultList();
    }

    public Optional<RegistrationType> find(String name) {
        return em.createNamedQuery(RegistrationType.BY_NAME, RegistrationType.class).setParameter("name", name).getResultStream().findFirst();
    }

    /** @throws NotFound if there is none of this name */
    public RegistrationType get(String name) {
        return find(name).orElseThrow(() -> new NotFound("registration type", name));
    }

    /** @throws InvalidInput on the field "type" if there is none of this name */
    public RegistrationType getByName(String name) {
        return find(name)
                .orElseThrow(() -> new InvalidInput("type", "\"" + name + "\" is not a registration type; there are "
                        + all().stream().map(RegistrationType::getName).collect(Collectors.joining(", ")) + "."));
    }
}
