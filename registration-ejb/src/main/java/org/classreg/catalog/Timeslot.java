package org.classreg.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import org.classreg.lists.Listing;

/** An interval of a program in which sections meet, start included and end excluded. Timeslots may overlap partly. */
@Entity
@SequenceGenerator(name = "timeslot", sequenceName = "timeslot_seq", allocationSize = 50)
@NamedQuery(name = Timeslot.OF_PROGRAM, query = "select t from Timeslot t where t.program = :program order by t.startsAt, t.endsAt")
public class Timeslot {

    public static final String OF_PROGRAM = "Timeslot.ofProgram";

    /** The orders in which timeslots can be asked for. */
    public static final Listing<Timeslot> LISTING = Listing.byNumber("t.id", Timeslot::getId)
            .number("id", "t.id", Timeslot::getId)
            .instant("start", "t.startsAt", Timeslot::getStartsAt)
            .instant("end", "t.endsAt", Timeslot::getEndsAt)
            .inOrderOf("start", "end");

    @Id
    @GeneratedValue(generator = "timeslot")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "program_id")
    private Program program;

    @Column(name = "starts_at")
    private Instant startsAt;

    @Column(name = "ends_at")
    private Instant endsAt;

    private boolean lunch;

    protected Timeslot() {
    }

    /** @throws IllegalArgumentException unless the end is after the start */
    public Timeslot(Program program, Instant startsAt, Instant endsAt, boolean lunch) {
        this.program = program;
        change(startsAt, endsAt, lunch);
    }

    /**
     * Gives it other times. Whoever has a section that meets in it would move with it, so no section does.
     *
     * @throws IllegalArgumentException unless the end is after the start
     */
    public final void change(Instant newStart, Instant newEnd, boolean isLunch) {
        if (!newEnd.isAfter(newStart)) {
            throw new IllegalArgumentException("A timeslot ends after it starts: " + newStart + " to " + newEnd);
        }
        startsAt = newStart;
        endsAt = newEnd;
        lunch = isLunch;
    }

    /** Whether the two share some time; that one ends as the other starts is no overlap. */
    public boolean overlaps(Timeslot other) {
        return startsAt.isBefore(other.endsAt) && other.startsAt.isBefore(endsAt);
    }

    public Instant getStartsAt() {
        return startsAt;
    }

    public Instant getEndsAt() {
        return endsAt;
    }

    /** Whether lunch may be taken in this timeslot. */
    public boolean isLunch() {
        return lunch;
    }

    public Program getProgram() {
        return program;
    }

    public Long getId() {
        return id;
    }
}
