package org.classreg.security;

import static org.classreg.people.Role.ADMIN_ROLE;
import static org.classreg.security.Caller.IN_PERSON_ROLE;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.InvalidInput.Fault;
import org.classreg.errors.NotFound;
import org.classreg.errors.Refused;
import org.classreg.people.People;
import org.classreg.security.AccessToken.Scope;

/** The access tokens of the caller. A token makes none: who has got hold of one does not keep it alive. */
@Stateless
@RolesAllowed(IN_PERSON_ROLE)
public class AccessTokens {

    private static final Duration LONGEST_LIFE = Duration.ofDays(366);
    private static final int LONGEST_NAME = 100;
    private static final int MOST = 50;

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Caller caller;

    @Inject
    People people;

    @Inject
    Passwords passwords;

    @Inject
    RoleNames roleNames;

    @Inject
    Event<Administered> administered;

    /**
     * A token just made.
     *
     * @param secret what the program sends; it is not kept, so this is the one time to see it
     */
    public record Issued(AccessToken token, String secret) {
    }

    /**
     * Whom a token speaks for.
     *
     * @param roles the names of the person's roles
     */
    public record Bearer(String username, Set<String> roles, Scope scope) {
    }

    /**
     * Makes a token for the caller.
     *
     * @param expiresAt the first instant at which it is refused, within 366 days
     * @throws InvalidInput on the fields "name" (1 to 100 characters), "scope" and "expiresAt"
     * @throws Refused with TOO_MANY_TOKENS beyond 50 that can be used
     */
    public Issued issue(String name, Scope scope, Instant expiresAt) {
        var now = clock.instant();
        require(name, scope, expiresAt, now);
        if (own().size() >= MOST) {
            throw new Refused("TOO_MANY_TOKENS", "You have " + MOST + " access tokens. Revoke one first.");
        }
        var secret = passwords.drawSecret();
        var token = new AccessToken(people.getByUsername(caller.name()), name.strip(), scope, secret, now, expiresAt);
        em.persist(token);
        em.flush();
        return new Issued(token, secret);
    }

    /** The caller's tokens that can be used, the newest first. */
    public List<AccessToken> own() {
        return of(caller.name());
    }

    /** A person's tokens that can be used, the newest first. */
    @RolesAllowed(ADMIN_ROLE)
    public List<AccessToken> of(String username) {
        return em.createNamedQuery(AccessToken.OF_PERSON, AccessToken.class)
                .setParameter("username", username).setParameter("now", clock.instant()).getResultList();
    }

    /** Revokes all tokens of a person. */
    @RolesAllowed(ADMIN_ROLE)
    public void revokeAll(String username) {
        var tokens = of(username);
        tokens.forEach(token -> token.revoke(clock.instant()));
        if (!tokens.isEmpty()) {
            administered.fire(new Administered("revokeTokens", null, username + ": " + tokens.size()));
        }
    }

    /** @throws NotFound unless it is a token of the caller that can be used */
    public AccessToken get(long id) {
        return own().stream().filter(token -> token.getId() == id).findFirst().orElseThrow(() -> new NotFound("access token", id));
    }

    /** @throws NotFound unless it is a token of the caller that can be used */
    public void revoke(long id) {
        get(id).revoke(clock.instant());
    }

    /** Whom the secret speaks for; empty if it is unknown, expired or revoked, or its person disabled. */
    @PermitAll
    public Optional<Bearer> verify(String secret) {
        return em.createNamedQuery(AccessToken.BY_SECRET, AccessToken.class)
                .setParameter("hash", Digests.sha256(secret)).getResultStream().findFirst()
                .filter(token -> token.isUsable(clock.instant()))
                .map(this::use);
    }

    private Bearer use(AccessToken token) {
        token.use(clock.instant());
        return new Bearer(token.getPerson().getUsername(), roleNames.of(token.getPerson()), token.getScope());
    }

    private static void require(String name, Scope scope, Instant expiresAt, Instant now) {
        var faults = new ArrayList<Fault>();
        if (name == null || name.isBlank() || name.strip().length() > LONGEST_NAME) {
            faults.add(new Fault("name", "A name has 1 to " + LONGEST_NAME + " characters."));
        }
        if (scope == null) {
            faults.add(new Fault("scope", "The scope is read or write."));
        }
        if (expiresAt == null || !expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(LONGEST_LIFE))) {
            faults.add(new Fault("expiresAt", "A token expires in the future, within " + LONGEST_LIFE.toDays() + " days."));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }
}
