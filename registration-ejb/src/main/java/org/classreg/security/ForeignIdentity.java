package org.classreg.security;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.classreg.people.Person;

/** Which person an account at an OpenID provider is, by the provider's own key for it. */
@Entity
@Table(name = "foreign_identity")
@SequenceGenerator(name = "foreignIdentity", sequenceName = "foreign_identity_seq", allocationSize = 50)
@NamedQuery(name = ForeignIdentity.BY_SUBJECT,
        query = "select i from ForeignIdentity i join fetch i.person where i.issuer = :issuer and i.subject = :subject")
@NamedQuery(name = ForeignIdentity.COUNT_OF_PERSON,
        query = "select count(i) from ForeignIdentity i where i.issuer = :issuer and i.person = :person")
@NamedQuery(name = ForeignIdentity.UNLINK, query = "delete from ForeignIdentity i where i.person = :person")
public class ForeignIdentity {

    public static final String BY_SUBJECT = "ForeignIdentity.bySubject";
    public static final String COUNT_OF_PERSON = "ForeignIdentity.countOfPerson";
    public static final String UNLINK = "ForeignIdentity.unlink";

    @Id
    @GeneratedValue(generator = "foreignIdentity")
    private Long id;

    private String issuer;

    private String subject;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "person_id")
    private Person person;

    @Column(name = "linked_at")
    private Instant linkedAt;

    protected ForeignIdentity() {
    }

    ForeignIdentity(String issuer, String subject, Person person, Instant linkedAt) {
        this.issuer = issuer;
        this.subject = subject;
        this.person = person;
        this.linkedAt = linkedAt;
    }

    Person getPerson() {
        return person;
    }
}
