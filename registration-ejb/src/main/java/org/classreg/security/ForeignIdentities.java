package org.classreg.security;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Optional;
import org.classreg.people.People;
import org.classreg.people.Person;

/** Finds who somebody is that an OpenID provider has signed in. Nobody is added: people, and their roles, are the office's own. */
@Stateless
@PermitAll
public class ForeignIdentities {

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    People people;

    /**
     * Finds a person, by what was found the first time, and then by username.
     *
     * @param issuer   the provider, whose word has been checked
     * @param subject  its key for the account, which it gives to nobody else ever
     * @param username the account's name, which it may give to somebody else later; may be null
     */
    public Recognition recognize(String issuer, String subject, String username) {
        var known = em.createNamedQuery(ForeignIdentity.BY_SUBJECT, ForeignIdentity.class)
                .setParameter("issuer", issuer).setParameter("subject", subject).getResultStream().findFirst();
        if (known.isPresent()) {
            return admit(known.get().getPerson());
        }
        var named = Optional.ofNullable(username).flatMap(people::findByUsername);
        if (named.isEmpty()) {
            return new Recognition.Unknown();
        }
        var person = named.get();
        if (!person.isEnabled()) {
            return new Recognition.Disabled();
        }
        if (isLinked(issuer, person)) {
            return new Recognition.Taken();
        }
        em.persist(new ForeignIdentity(issuer, subject, person, clock.instant()));
        return admit(person);
    }

    private static Recognition admit(Person person) {
        return person.isEnabled() ? new Recognition.Welcome(person.getUsername()) : new Recognition.Disabled();
    }

    private boolean isLinked(String issuer, Person person) {
        return em.createNamedQuery(ForeignIdentity.COUNT_OF_PERSON, Long.class)
                .setParameter("issuer", issuer).setParameter("person", person).getSingleResult() > 0;
    }
}
