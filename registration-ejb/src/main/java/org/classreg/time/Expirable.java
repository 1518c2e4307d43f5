package org.classreg.time;

import jakarta.persistence.Column;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.classreg.operations.Operation;

/**
 * What starts, and ends once. Valid at t when start &lt;= t &lt; end; a null start means since always, a null end still active.
 * The end is excluded, unlike in ESP-Website's {@code ExpirableModel}, so that a move never puts a student in two sections at one instant.
 */
@MappedSuperclass
public abstract class Expirable {

    /** The one temporal predicate, for an entity aliased {@code e} and the instant {@code :at}. {@link ValidAt} has its SQL. */
    public static final String VALID_AT = "OPERATOR('ValidAt', e.startDate, e.endDate, :at)";

    /** The same predicate for the instant {@code :other}, for queries that compare two. */
    public static final String VALID_AT_OTHER = "OPERATOR('ValidAt', e.startDate, e.endDate, :other)";

    @Column(name = "start_date", updatable = false)
    private Instant startDate;

    @Column(name = "end_date")
    private Instant endDate;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "started_by", updatable = false)
    private Operation startedBy;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "ended_by")
    private Operation endedBy;

    protected Expirable() {
    }

    protected Expirable(Instant startDate, Operation startedBy) {
        this.startDate = startDate;
        this.startedBy = startedBy;
        startedBy.countChange();
    }

    /** What ends by itself, unless it is {@link #cutShort cut short}. */
    protected Expirable(Instant startDate, Instant endDate, Operation startedBy) {
        this(startDate, startedBy);
        this.endDate = endDate;
    }

    /** Ends what would end by itself later. */
    public void cutShort(Instant at, Operation operation) {
        endDate = null;
        expire(at, operation);
    }

    /**
     * Ends this row, once: a row that has ended stays as it is.
     *
     * @param at the first instant at which the row is no longer valid; never before its start, even if clocks differ
     */
    public void expire(Instant at, Operation operation) {
        if (hasEnded()) {
            return;
        }
        endDate = startDate != null && startDate.isAfter(at) ? startDate : at;
        endedBy = operation;
        operation.countChange();
    }

    /** Whether it was valid at an instant: the same as {@link #VALID_AT}. */
    public boolean isValidAt(Instant at) {
        return (startDate == null || !startDate.isAfter(at)) && (endDate == null || endDate.isAfter(at));
    }

    public boolean hasEnded() {
        return endDate != null;
    }

    /** Whether the operation began this row, and did not end it as well. */
    public boolean wasBegunBy(Operation operation) {
        return operation.equals(startedBy) && !operation.equals(endedBy);
    }

    /** Whether the operation ended this row, and had not begun it as well. */
    public boolean wasEndedBy(Operation operation) {
        return operation.equals(endedBy) && !operation.equals(startedBy);
    }

    public Instant getStartDate() {
        return startDate;
    }

    public Instant getEndDate() {
        return endDate;
    }

    public Operation getStartedBy() {
        return startedBy;
    }

    public Operation getEndedBy() {
        return endedBy;
    }
}
