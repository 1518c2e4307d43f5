package org.classreg.security;

import static org.classreg.people.Role.ADMIN_ROLE;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.NotFound;
import org.classreg.people.People;
import org.classreg.people.Person;
import org.classreg.people.Role;

/** Who can sign in, and as what. */
@Stateless
public class Accounts {

    private static final int SHORTEST_PASSWORD = 8;
    private static final int LONGEST_PASSWORD = 200;

    @Inject
    EntityManager em;

    @Inject
    People people;

    @Inject
    Passwords passwords;

    /**
     * Gives a person a password, in place of the one the person may have.
     *
     * @throws NotFound if nobody has this username
     * @throws InvalidInput on the field "password" unless it has 8 to 200 characters
     */
    @RolesAllowed(ADMIN_ROLE)
    public void setPassword(String username, String password) {
        if (password == null || password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
            throw new InvalidInput("password", "A password has " + SHORTEST_PASSWORD + " to " + LONGEST_PASSWORD + " characters.");
        }
        open(people.getByUsername(username), password);
    }

    /**
     * Checks a sign-in.
     *
     * @return the names of the person's roles; empty if there is no such person or account, it is disabled, or the password is wrong
     */
    @PermitAll
    public Optional<Set<String>> verify(String username, String password) {
        return find(username)
                .filter(account -> account.getPerson().isEnabled())
                .filter(account -> passwords.verify(password, account.getPasswordHash()))
                .map(account -> account.getPerson().getRoles().stream().map(Role::roleName).collect(Collectors.toSet()));
    }

    /** Opens an account for a person or changes its password; for start-up, which has checked who asks. */
    @PermitAll
    public void open(Person person, String password) {
        var hash = passwords.hash(password);
        find(person.getUsername()).ifPresentOrElse(
                account -> account.changePassword(hash),
                () -> em.persist(new Account(person, hash)));
    }

    /** Whether anybody can sign in as administrator. */
    @PermitAll
    public boolean hasAdministrator() {
        return em.createNamedQuery(Account.COUNT_ADMINISTRATORS, Long.class).getSingleResult() > 0;
    }

    private Optional<Account> find(String username) {
        return em.createNamedQuery(Account.BY_USERNAME, Account.class).setParameter("username", username).getResultStream().findFirst();
    }
}
