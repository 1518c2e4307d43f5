package org.classreg.security;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Remembers wrong passwords in the database, so that all nodes do, and tells who has to wait. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class FailedSignIns {

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    /** How long an attempt from the address on the account has to wait; zero when it need not. */
    public Duration left(String account, String address) {
        var now = clock.instant();
        var ofAccount = Patience.WITH_ACCOUNT.left(instants(FailedSignIn.OF_ACCOUNT, account, now), now);
        var ofAddress = Patience.WITH_ADDRESS.left(instants(FailedSignIn.OF_ADDRESS, address, now), now);
        return ofAccount.compareTo(ofAddress) > 0 ? ofAccount : ofAddress;
    }

    /** Keeps a failure; those that no longer count go. */
    public void add(String account, String address) {
        var now = clock.instant();
        em.createNamedQuery(FailedSignIn.FORGET).setParameter("until", now.minus(Patience.MEMORY)).executeUpdate();
        em.persist(new FailedSignIn(Digests.sha256(account), Digests.sha256(address), now));
    }

    /** Ends the wait for an account, whose password was right. */
    public void forgive(String account) {
        em.createNamedQuery(FailedSignIn.FORGIVE).setParameter("key", Digests.sha256(account)).executeUpdate();
    }

    private List<Instant> instants(String query, String name, Instant now) {
        return em.createNamedQuery(query, Instant.class)
                .setParameter("key", Digests.sha256(name))
                .setParameter("since", now.minus(Patience.MEMORY))
                .getResultList();
    }
}
