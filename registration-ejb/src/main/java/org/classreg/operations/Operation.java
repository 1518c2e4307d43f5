package org.classreg.operations;

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
import java.util.Optional;
import org.classreg.catalog.Program;
import org.classreg.lists.Listing;
import org.classreg.people.Person;

/** An entry of the journal: one change or one bulk of changes, by whom, when and why. */
@Entity
@SequenceGenerator(name = "operation", sequenceName = "operation_seq", allocationSize = 50)
@NamedQuery(name = Operation.LATEST, query = "select o from Operation o left join fetch o.undoes order by o.performedAt desc, o.id desc")
@NamedQuery(name = Operation.LATEST_OF_PROGRAMS, query = "select o from Operation o left join fetch o.undoes"
        + " where o.program in :programs order by o.performedAt desc, o.id desc")
@NamedQuery(name = Operation.UNDOING, query = "select o from Operation o where o.undoes in :operations")
public class Operation {

    /** All, the latest first. */
    public static final String LATEST = "Operation.latest";

    /** Those about one of :programs alone, the latest first. */
    public static final String LATEST_OF_PROGRAMS = "Operation.latestOfPrograms";

    /** What undoes one of :operations. */
    public static final String UNDOING = "Operation.undoing";

    private static final int LONGEST_ABOUT = 300;

    /** The orders in which operations can be asked for. */
    static final Listing<Operation> LISTING = Listing.byNumber("o.id", Operation::getId)
            .number("id", "o.id", Operation::getId)
            .instant("performedAt", "o.performedAt", Operation::getPerformedAt)
            .text("kind", "o.kind", Operation::getKind)
            .text("caller", "o.caller", Operation::getCaller)
            .integer("changes", "o.changes", Operation::getChanges)
            .inOrderOf("-performedAt");

    /** All; conditions may follow. */
    static final String SELECT = "select o from Operation o left join fetch o.undoes where o.id is not null";

    @Id
    @GeneratedValue(generator = "operation")
    private Long id;

    private String kind;

    private String caller;

    private String reason;

    @Column(name = "performed_at")
    private Instant performedAt;

    private int changes;

    private String about;

    @Column(name = "past_cap")
    private boolean pastCap;

    @Column(name = "past_limits")
    private boolean pastLimits;

    @Column(name = "past_line")
    private boolean pastLine;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "program_id")
    private Program program;

    @Column(name = "on_behalf_of")
    private String onBehalfOf;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "undoes")
    private Operation undoes;

    protected Operation() {
    }

    /**
     * @param kind what is done, such as "enroll" or "convertLottery"; at most 40 characters
     * @param caller the username of who does it; at most 100 characters
     * @param reason why, in free text of at most 500 characters; may be null
     */
    public Operation(String kind, String caller, String reason, Instant performedAt) {
        this.kind = kind;
        this.caller = caller;
        this.reason = reason;
        this.performedAt = performedAt;
    }

    /** An operation that undoes this one. */
    public Operation undoneBy(String undoer, Instant at) {
        var undo = new Operation("undo", undoer, null, at);
        undo.undoes = this;
        undo.program = program;
        undo.onBehalfOf = onBehalfOf;
        return undo;
    }

    /** Says what this changed besides registrations: it then stands in the journal whether or not it changed any of these. */
    public Operation about(String what) {
        about = what.length() > LONGEST_ABOUT ? what.substring(0, LONGEST_ABOUT) : what;
        return this;
    }

    /** Lets students in past the cap of a program, which the database refuses to all others. */
    public void passCap() {
        pastCap = true;
    }

    /** Takes students past limits of sections and timeslots, and their lunch, which the database refuses to all others. */
    public void passLimits() {
        pastLimits = true;
    }

    /** Puts students in front of those who wait already, which the database refuses to all others. */
    public void passLine() {
        pastLine = true;
    }

    /** Says which program this is about: its staff then see and undo it, and administrators alone what is about none or several. */
    public Operation in(Program itsProgram) {
        program = itsProgram;
        return this;
    }

    /** Says which student the caller did this for, unless it was for herself. */
    public Operation onBehalfOf(Person student) {
        onBehalfOf = student.isNamed(caller) ? null : student.getUsername();
        return this;
    }

    /** Counts one more row begun or ended by this operation. */
    public void countChange() {
        changes++;
    }

    /** Counts rows begun or ended by this operation that no entity counts. */
    public void countChanges(int more) {
        changes += more;
    }

    public Long getId() {
        return id;
    }

    public String getKind() {
        return kind;
    }

    public String getCaller() {
        return caller;
    }

    public String getReason() {
        return reason;
    }

    /** What it changed besides registrations, such as "E1234"; null when nothing. */
    public String getAbout() {
        return about;
    }

    public Instant getPerformedAt() {
        return performedAt;
    }

    /** How many rows this operation began or ended. */
    public int getChanges() {
        return changes;
    }

    /** The only program that it is about; empty when about none or several. */
    public Optional<Program> program() {
        return Optional.ofNullable(program);
    }

    /** The username of the student for whom the caller did it; null when for the caller, or for nobody alone. */
    public String getOnBehalfOf() {
        return onBehalfOf;
    }

    /** The operation that this one undoes; empty for all but undos. */
    public Optional<Operation> undoes() {
        return Optional.ofNullable(undoes);
    }
}
