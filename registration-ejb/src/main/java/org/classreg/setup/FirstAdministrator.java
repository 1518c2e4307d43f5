package org.classreg.setup;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.classreg.people.People;
import org.classreg.people.Person;
import org.classreg.people.Role;
import org.classreg.security.Accounts;
import org.classreg.security.Passwords;

/** Sees to it that somebody can sign in. */
@Dependent
class FirstAdministrator {

    static final String DEFAULT_NAME = "admin";

    @Inject
    EntityManager em;

    @Inject
    Settings settings;

    @Inject
    People people;

    @Inject
    Accounts accounts;

    @Inject
    Passwords passwords;

    /** Makes the administrator of the environment, or of the embedded database, unless there is one. */
    SignIn ensure() {
        var username = settings.administrator().orElse(DEFAULT_NAME);
        if (people.findByUsername(username).isPresent()) {
            return new SignIn(username, settings.administratorPassword().isPresent()
                    ? "the password of REGISTRATION_ADMIN_PASSWORD, unless it was changed since the first start"
                    : "the password that the first start printed");
        }
        if (settings.administratorPassword().isPresent()) {
            create(username, settings.administratorPassword().get());
            return new SignIn(username, "the password of REGISTRATION_ADMIN_PASSWORD");
        }
        if (accounts.hasAdministrator() || !settings.embeddedDatabase()) {
            return new SignIn(null, accounts.hasAdministrator() ? "an administrator of this database"
                    : "nobody yet: set REGISTRATION_ADMIN_USER and REGISTRATION_ADMIN_PASSWORD and start again");
        }
        var drawn = passwords.draw();
        create(username, drawn);
        return new SignIn(username, drawn);
    }

    private void create(String username, String password) {
        var person = new Person(username, "Program", "Administrator", Role.ADMIN);
        em.persist(person);
        accounts.open(person, password);
    }
}
