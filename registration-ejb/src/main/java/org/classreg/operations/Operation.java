package org.classreg.operations;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;

/** An entry of the journal: one change or one bulk of changes, by whom, when and why. */
@Entity
@SequenceGenerator(name = "operation", sequenceName = "operation_seq", allocationSize = 50)
public class Operation {

    @Id
    @GeneratedValue(generator = "operation")
    private Long id;

    private String kind;

    private String caller;

    private String reason;

    @Column(name = "performed_at")
    private Instant performedAt;

    private int changes;

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

    /** Counts one more row begun or ended by this operation. */
    public void countChange() {
        changes++;
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

    public Instant getPerformedAt() {
        return performedAt;
    }

    /** How many rows this operation began or ended. */
    public int getChanges() {
        return changes;
    }
}
