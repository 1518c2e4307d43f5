package org.classreg.security;

import jakarta.persistence.Column;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.classreg.people.Person;

/** A right that somebody has been given, by whom and when. It is revoked once, and the row stays. */
@MappedSuperclass
public abstract class Grant {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "person_id", updatable = false)
    private Person person;

    @Column(name = "granted_by", updatable = false)
    private String grantedBy;

    @Column(name = "granted_at", updatable = false)
    private Instant grantedAt;

    @Column(name = "revoked_by")
    private String revokedBy;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    protected Grant() {
    }

    protected Grant(Person person, String grantedBy, Instant grantedAt) {
        this.person = person;
        this.grantedBy = grantedBy;
        this.grantedAt = grantedAt;
    }

    /** Ends it; one that has been revoked stays as it is. */
    public void revoke(String by, Instant at) {
        if (revokedAt == null) {
            revokedBy = by;
            revokedAt = at;
        }
    }

    public Person getPerson() {
        return person;
    }

    /** The username of who gave it. */
    public String getGrantedBy() {
        return grantedBy;
    }

    public Instant getGrantedAt() {
        return grantedAt;
    }

    /** Null while it stands. */
    public Instant getRevokedAt() {
        return revokedAt;
    }
}
