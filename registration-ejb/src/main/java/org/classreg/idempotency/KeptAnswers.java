package org.classreg.idempotency;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.classreg.catalog.Locks;
import org.classreg.errors.Refused;
import org.classreg.transactions.Retried;

/** The answers of the last 24 hours to requests that named a key. */
@Stateless
@PermitAll
public class KeptAnswers {

    private static final Duration KEPT = Duration.ofHours(24);

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Locks locks;

    /** What was answered to a request with this key. */
    public Optional<KeptAnswer> find(RequestKey key) {
        return row(key).filter(row -> row.isFrom(oldest()));
    }

    /**
     * Begins to do a request, in its transaction. Whoever else wants to meanwhile, on this node or another, is refused and waits for nothing.
     *
     * @throws Refused with IN_PROGRESS if the request is being done, or was done a moment ago
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void begin(RequestKey key) {
        if (!locks.tryNumber(key.number())) {
            throw inProgress();
        }
        row(key).ifPresent(row -> {
            if (row.isFrom(oldest())) {
                throw inProgress();
            }
            em.remove(row);
            em.flush();
        });
    }

    /** Keeps the answer to a request, in its transaction. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void keep(RequestKey key, String fingerprint, Answer answer) {
        em.persist(new KeptAnswer(key, fingerprint, answer, clock.instant()));
    }

    /**
     * Deletes what is older than 24 hours.
     *
     * @return how many answers
     */
    @Retried
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public int forget() {
        return em.createNamedQuery(KeptAnswer.FORGET).setParameter("until", oldest()).executeUpdate();
    }

    static Refused inProgress() {
        return new Refused("IN_PROGRESS", "The request with this key is being done. Ask again in a moment for its answer.");
    }

    private Optional<KeptAnswer> row(RequestKey key) {
        return em.createNamedQuery(KeptAnswer.OF_KEY, KeptAnswer.class)
                .setParameter("caller", key.caller())
                .setParameter("key", key.text())
                .getResultStream().findFirst();
    }

    /** What was answered then or before is not kept any more. */
    private Instant oldest() {
        return clock.instant().minus(KEPT);
    }
}
