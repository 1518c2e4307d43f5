package org.classreg.idempotency;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.classreg.errors.Refused;

/** What was answered to a request with a key. */
@Entity
@Table(name = "kept_answer")
@SequenceGenerator(name = "kept_answer", sequenceName = "kept_answer_seq", allocationSize = 50)
@NamedQuery(name = KeptAnswer.OF_KEY, query = "select k from KeptAnswer k where k.caller = :caller and k.requestKey = :key")
@NamedQuery(name = KeptAnswer.FORGET, query = "delete from KeptAnswer k where k.answeredAt <= :until")
public class KeptAnswer {

    static final String OF_KEY = "KeptAnswer.ofKey";

    /** Deletes those answered at :until or before. */
    static final String FORGET = "KeptAnswer.forget";

    @Id
    @GeneratedValue(generator = "kept_answer")
    private Long id;

    private String caller;

    @Column(name = "request_key")
    private String requestKey;

    private String fingerprint;

    private int status;

    private String location;

    private String body;

    @Column(name = "shown_once")
    private boolean shownOnce;

    @Column(name = "answered_at")
    private Instant answeredAt;

    protected KeptAnswer() {
    }

    KeptAnswer(RequestKey key, String fingerprint, Answer answer, Instant answeredAt) {
        caller = key.caller();
        requestKey = key.text();
        this.fingerprint = fingerprint;
        status = answer.status();
        location = answer.location();
        body = answer.shownOnce() ? null : answer.body();
        shownOnce = answer.shownOnce();
        this.answeredAt = answeredAt;
    }

    boolean isFrom(Instant from) {
        return answeredAt.isAfter(from);
    }

    /**
     * The answer, if it is to this request.
     *
     * @throws KeyReused if it is to another one
     * @throws Refused with SHOWN_ONCE if it had a secret
     */
    public Answer to(String aFingerprint) {
        if (!fingerprint.equals(aFingerprint)) {
            throw new KeyReused(requestKey);
        }
        if (shownOnce) {
            throw new Refused("SHOWN_ONCE", "This was done already. Its answer has a secret, which is shown once.");
        }
        return new Answer(status, location, body, false);
    }
}
