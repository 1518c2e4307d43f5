package org.classreg.catalog;

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
import java.time.Instant;

/**
 * The seats of a section as a transaction that changed them left them. It is committed with the change, and gets its position in the log of
 * all changes after that ({@link SeatLog}).
 */
@Entity
@Table(name = "seat_change")
@SequenceGenerator(name = "seat_change", sequenceName = "seat_change_seq", allocationSize = 50)
@NamedQuery(name = SeatChange.WAITING,
        query = "select c from SeatChange c where c.position is null order by c.section.id, c.version, c.id")
@NamedQuery(name = SeatChange.IS_ANY_WAITING, query = "select c.id from SeatChange c where c.position is null")
@NamedQuery(name = SeatChange.AFTER, query = """
        select c from SeatChange c join fetch c.section join fetch c.program
        where c.position > :after and c.position <= :until order by c.position""")
@NamedQuery(name = SeatChange.OF_PROGRAM_AFTER, query = """
        select c from SeatChange c join fetch c.section join fetch c.program
        where c.program.code = :program and c.position > :after and c.position <= :until order by c.position""")
@NamedQuery(name = SeatChange.LAST_BEFORE, query = "select max(c.position) from SeatChange c where c.changedAt < :instant")
@NamedQuery(name = SeatChange.FORGET, query = "delete from SeatChange c where c.position <= :until")
public class SeatChange {

    /** Without a position yet; those of a section in the order in which they happened. */
    public static final String WAITING = "SeatChange.waiting";

    public static final String IS_ANY_WAITING = "SeatChange.isAnyWaiting";
    public static final String AFTER = "SeatChange.after";
    public static final String OF_PROGRAM_AFTER = "SeatChange.ofProgramAfter";
    public static final String LAST_BEFORE = "SeatChange.lastBefore";
    public static final String FORGET = "SeatChange.forget";

    @Id
    @GeneratedValue(generator = "seat_change")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "section_id", updatable = false)
    private ClassSection section;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "program_id", updatable = false)
    private Program program;

    @Column(updatable = false)
    private int version;

    private int capacity;

    private int enrolled;

    @Enumerated(EnumType.STRING)
    private ClassStatus status;

    @Column(name = "registration_open")
    private boolean registrationOpen;

    /** The database's clock, which all nodes share, when the row is written. */
    @Column(name = "changed_at", insertable = false, updatable = false)
    private Instant changedAt;

    private Long position;

    protected SeatChange() {
    }

    SeatChange(ClassSection section, int version) {
        this.section = section;
        this.program = section.getProgram();
        this.version = version;
    }

    /** Notes how the section is now. */
    void note() {
        capacity = section.getCapacity();
        enrolled = section.getEnrolled();
        status = section.effectiveStatus();
        registrationOpen = section.isRegistrationOpen();
    }

    void takePosition(long next) {
        position = next;
    }

    SeatEvent event() {
        return new SeatEvent(position, version, program.getCode(), section.getCode(), capacity, enrolled, status, registrationOpen, changedAt);
    }
}
