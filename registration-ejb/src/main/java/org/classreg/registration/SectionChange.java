package org.classreg.registration;

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
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.ClassStatus;
import org.classreg.operations.Operation;

/** What an operation did to a section, besides its registrations: as it was, and as it is since. */
@Entity
@Table(name = "section_change")
@SequenceGenerator(name = "section_change", sequenceName = "section_change_seq", allocationSize = 50)
@NamedQuery(name = SectionChange.OF_OPERATIONS, query = "select c from SectionChange c join fetch c.section join fetch c.operation"
        + " where c.operation in :operations order by c.id")
@NamedQuery(name = SectionChange.OF_OPERATION, query = "select c from SectionChange c join fetch c.section"
        + " where c.operation = :operation order by c.id")
public class SectionChange {

    /** All of :operation. */
    public static final String OF_OPERATION = "SectionChange.ofOperation";

    /** All of :operations. */
    static final String OF_OPERATIONS = "SectionChange.ofOperations";

    @Id
    @GeneratedValue(generator = "section_change")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "operation_id")
    private Operation operation;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "section_id")
    private ClassSection section;

    @Column(name = "state_before")
    private String before;

    @Column(name = "state_after")
    private String after;

    protected SectionChange() {
    }

    SectionChange(Operation operation, ClassSection section, SectionState before, SectionState after) {
        this.operation = operation;
        this.section = section;
        this.before = before.toString();
        this.after = after.toString();
        operation.countChange();
    }

    public ClassSection getSection() {
        return section;
    }

    Operation getOperation() {
        return operation;
    }

    /** Such as "E1234s1 cancelled". */
    @Override
    public String toString() {
        var code = section.getCode();
        if (before().status() == after().status()) {
            return code + " changed";
        }
        return code + (after().status() == ClassStatus.CANCELLED ? " cancelled" : " no longer cancelled");
    }

    SectionState before() {
        return SectionState.parse(before);
    }

    SectionState after() {
        return SectionState.parse(after);
    }
}
