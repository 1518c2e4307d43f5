package org.classreg.security;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.OneToOne;
import java.time.Instant;
import org.classreg.people.Person;

/** That a person can sign in with a password, of which only a salted hash is kept. */
@Entity
@NamedQuery(name = Account.BY_USERNAME, query = "select a from Account a join fetch a.person p where p.username = :username")
@NamedQuery(name = Account.COUNT_ADMINISTRATORS,
        query = "select count(a) from Account a where org.classreg.people.Role.ADMIN member of a.person.roles")
@NamedQuery(name = Account.ADMINISTRATORS, query = "select a.person from Account a"
        + " where org.classreg.people.Role.ADMIN member of a.person.roles and a.person.enabled = true")
public class Account {

    public static final String BY_USERNAME = "Account.byUsername";
    public static final String COUNT_ADMINISTRATORS = "Account.countAdministrators";
    public static final String ADMINISTRATORS = "Account.administrators";

    @Id
    @OneToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "person_id")
    private Person person;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "password_changed_at")
    private Instant passwordChangedAt;

    protected Account() {
    }

    Account(Person person, String passwordHash, Instant now) {
        this.person = person;
        changePassword(passwordHash, now);
    }

    final void changePassword(String newHash, Instant now) {
        passwordHash = newHash;
        passwordChangedAt = now;
    }

    /** Whether a session that began at the instant still stands for its owner: the password is the one that it began with. */
    boolean hasKeptItsPasswordSince(Instant began) {
        return passwordChangedAt == null || !passwordChangedAt.isAfter(began);
    }

    Person getPerson() {
        return person;
    }

    String getPasswordHash() {
        return passwordHash;
    }
}
