package org.classreg.setup;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import org.classreg.catalog.Catalog;
import org.classreg.registration.RegistrationType;
import org.classreg.registration.RegistrationTypes;

/** Puts into a new database what it needs to be of use. */
@Stateless
@PermitAll
public class FirstData {

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Settings settings;

    @Inject
    RegistrationTypes types;

    @Inject
    Catalog catalog;

    @Inject
    FirstAdministrator administrator;

    @Inject
    SampleProgram sample;

    /** Does so once, however many nodes start together, and says how to sign in. */
    public SignIn ensure() {
        em.lock(types.getByName(RegistrationType.ENROLLED), LockModeType.PESSIMISTIC_WRITE);
        var empty = catalog.programs().isEmpty();
        var signIn = administrator.ensure();
        if (settings.sample().orElse(settings.embeddedDatabase()) && empty) {
            sample.create(clock.instant());
        }
        return signIn;
    }
}
