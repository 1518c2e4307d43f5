package org.classreg.security;

import static org.classreg.people.Role.ADMIN_ROLE;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.NotFound;
import org.classreg.people.People;
import org.classreg.people.Person;

/** Who can sign in, and as what. */
@Stateless
public class Accounts {

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    People people;

    @Inject
    Passwords passwords;

    @Inject
    PasswordRules rules;

    @Inject
    RoleNames roleNames;

    @Inject
    Event<Administered> administered;

    /**
     * Gives a person a password, in place of the one the person may have. The person's sessions and access tokens end: whoever asked
     * for this may not be the only one to have had the old one. An account at an OpenID provider is found by username anew.
     *
     * @throws NotFound if nobody has this username
     * @throws InvalidInput on the field "password" unless it keeps the {@link PasswordRules}
     */
    @RolesAllowed(ADMIN_ROLE)
    public void setPassword(String username, String password) {
        var person = people.getByUsername(username);
        rules.require(username, password);
        em.createNamedQuery(AccessToken.REVOKE_ALL).setParameter("person", person).setParameter("now", clock.instant()).executeUpdate();
        em.createNamedQuery(ForeignIdentity.UNLINK).setParameter("person", person).executeUpdate();
        open(person, password);
        administered.fire(new Administered("setPassword", null, username));
    }

    /** What {@link #verify} would say, if it said yes some minutes ago; empty if that is not known. Costs next to nothing. */
    @PermitAll
    public Optional<Set<String>> recall(String username, String password) {
        return find(username)
                .filter(account -> account.getPerson().isEnabled())
                .filter(account -> passwords.remembers(password, account.getPasswordHash()))
                .map(this::roles);
    }

    /**
     * Checks a password; takes as long whether there is such an account or not. For {@link SignIns}, which slows guessing.
     *
     * @return the names of the person's roles; empty if there is no such person or account, it is disabled, or the password is wrong
     */
    @PermitAll
    public Optional<Set<String>> verify(String username, String password) {
        var account = find(username);
        var right = passwords.verify(password, account.map(Account::getPasswordHash).orElse(Passwords.NOBODYS));
        return account.filter(found -> right && found.getPerson().isEnabled()).map(this::roles);
    }

    /**
     * The names of the roles that somebody has who signed in before, by password or by an OpenID provider; empty once the person is disabled
     * or the password is another.
     *
     * @param since when the person signed in
     */
    @PermitAll
    public Optional<Set<String>> standing(String username, Instant since) {
        var account = find(username);
        return account.map(Account::getPerson).or(() -> people.findByUsername(username))
                .filter(person -> person.isEnabled() && account.stream().allMatch(own -> own.hasKeptItsPasswordSince(since)))
                .map(roleNames::of);
    }

    /** Opens an account for a person or changes its password; for start-up, which has checked who asks. */
    @PermitAll
    public void open(Person person, String password) {
        var hash = passwords.hash(password);
        find(person.getUsername()).ifPresentOrElse(
                account -> account.changePassword(hash, clock.instant()),
                () -> em.persist(new Account(person, hash, clock.instant())));
    }

    /** Whether anybody can sign in as administrator. */
    @PermitAll
    public boolean hasAdministrator() {
        return em.createNamedQuery(Account.COUNT_ADMINISTRATORS, Long.class).getSingleResult() > 0;
    }

    /** Who can sign in as administrator. */
    @RolesAllowed(ADMIN_ROLE)
    public List<Person> administrators() {
        return em.createNamedQuery(Account.ADMINISTRATORS, Person.class).getResultList();
    }

    private Set<String> roles(Account account) {
        return roleNames.of(account.getPerson());
    }

    private Optional<Account> find(String username) {
        return em.createNamedQuery(Account.BY_USERNAME, Account.class).setParameter("username", username).getResultStream().findFirst();
    }
}
