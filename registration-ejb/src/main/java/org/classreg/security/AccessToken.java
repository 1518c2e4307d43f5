package org.classreg.security;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.classreg.lists.Listing;
import org.classreg.people.Person;

/** That a program may call in the name of a person until an instant. Only a digest of the secret is kept. */
@Entity
@Table(name = "access_token")
@SequenceGenerator(name = "accessToken", sequenceName = "access_token_seq", allocationSize = 50)
@NamedQuery(name = AccessToken.BY_SECRET, query = "select t from AccessToken t join fetch t.person where t.secretHash = :hash")
@NamedQuery(name = AccessToken.OF_PERSON, query = """
        select t from AccessToken t
        where t.person.username = :username and t.revokedAt is null and t.expiresAt > :now order by t.createdAt desc, t.id desc""")
@NamedQuery(name = AccessToken.REVOKE_ALL, query = "update AccessToken t set t.revokedAt = :now where t.person = :person and t.revokedAt is null")
public class AccessToken {

    public static final String BY_SECRET = "AccessToken.bySecret";

    /** Those of a person that can be used now, the newest first. */
    public static final String OF_PERSON = "AccessToken.ofPerson";

    public static final String REVOKE_ALL = "AccessToken.revokeAll";

    private static final Duration USE_PRECISION = Duration.ofMinutes(10);

    /** What a program may do with a token. */
    public enum Scope {
        READ, WRITE
    }

    /** The orders in which tokens can be asked for. */
    public static final Listing<AccessToken> LISTING = Listing.byNumber("t.id", AccessToken::getId)
            .number("id", "t.id", AccessToken::getId)
            .text("name", "t.name", AccessToken::getName)
            .instant("createdAt", "t.createdAt", AccessToken::getCreatedAt)
            .instant("expiresAt", "t.expiresAt", AccessToken::getExpiresAt)
            .instantIfAny("lastUsedAt", "t.lastUsedAt", token -> token.lastUsedAt)
            .inOrderOf("-createdAt");

    @Id
    @GeneratedValue(generator = "accessToken")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "person_id")
    private Person person;

    private String name;

    @Enumerated(EnumType.STRING)
    private Scope scope;

    @Column(name = "secret_hash")
    private String secretHash;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    protected AccessToken() {
    }

    AccessToken(Person person, String name, Scope scope, String secret, Instant createdAt, Instant expiresAt) {
        this.person = person;
        this.name = name;
        this.scope = scope;
        this.secretHash = Digests.sha256(secret);
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    boolean isUsable(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt) && person.isEnabled();
    }

    /** Notes that it is used, to some minutes: not each request is to change a row. */
    void use(Instant now) {
        if (lastUsedAt == null || lastUsedAt.plus(USE_PRECISION).isBefore(now)) {
            lastUsedAt = now;
        }
    }

    void revoke(Instant now) {
        revokedAt = now;
    }

    Person getPerson() {
        return person;
    }

    public Long getId() {
        return id;
    }

    /** What its owner calls it. */
    public String getName() {
        return name;
    }

    public Scope getScope() {
        return scope;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    /** When it was used last, ten minutes more or less; empty if never. */
    public Optional<Instant> lastUsedAt() {
        return Optional.ofNullable(lastUsedAt);
    }

    /** The first instant at which it is refused. */
    public Instant getExpiresAt() {
        return expiresAt;
    }
}
