package org.classreg.security;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** That somebody at an address gave a wrong password for an account, which need not exist; both as digests. */
@Entity
@Table(name = "failed_sign_in")
@SequenceGenerator(name = "failedSignIn", sequenceName = "failed_sign_in_seq", allocationSize = 50)
@NamedQuery(name = FailedSignIn.OF_ACCOUNT, query = """
        select f.failedAt from FailedSignIn f
        where f.account = :key and f.failedAt > :since and f.forgiven = false order by f.failedAt desc""")
@NamedQuery(name = FailedSignIn.OF_ADDRESS, query = """
        select f.failedAt from FailedSignIn f where f.address = :key and f.failedAt > :since order by f.failedAt desc""")
@NamedQuery(name = FailedSignIn.FORGIVE, query = "update FailedSignIn f set f.forgiven = true where f.account = :key and f.forgiven = false")
@NamedQuery(name = FailedSignIn.FORGET, query = "delete from FailedSignIn f where f.failedAt <= :until")
public class FailedSignIn {

    public static final String OF_ACCOUNT = "FailedSignIn.ofAccount";
    public static final String OF_ADDRESS = "FailedSignIn.ofAddress";
    public static final String FORGIVE = "FailedSignIn.forgive";
    public static final String FORGET = "FailedSignIn.forget";

    @Id
    @GeneratedValue(generator = "failedSignIn")
    private Long id;

    private String account;

    private String address;

    @Column(name = "failed_at")
    private Instant failedAt;

    /** Whether the right password followed: then it speaks against the address alone. */
    private boolean forgiven;

    protected FailedSignIn() {
    }

    FailedSignIn(String account, String address, Instant failedAt) {
        this.account = account;
        this.address = address;
        this.failedAt = failedAt;
    }
}
