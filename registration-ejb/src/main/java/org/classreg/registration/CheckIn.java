package org.classreg.registration;

import static org.classreg.time.Expirable.VALID_AT;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.QueryHint;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.classreg.catalog.Program;
import org.classreg.lists.Listing;
import org.classreg.operations.Operation;
import org.classreg.people.Person;
import org.classreg.time.Expirable;

/** That a student is at a program, from check-in until check-out. */
@Entity
@Table(name = "check_in")
@SequenceGenerator(name = "check_in", sequenceName = "check_in_seq", allocationSize = 50)
@NamedQuery(name = CheckIn.VALID_FOR_PROGRAM, query = CheckIn.PRESENT
        + " order by p.familyName, p.givenName, p.username")
@NamedQuery(name = CheckIn.ACTIVE, query = "select e from CheckIn e where e.student = :student and e.program = :program and e.endDate is null")
@NamedQuery(name = CheckIn.OF_OPERATION, query = "select e from CheckIn e join fetch e.student"
        + " where e.startedBy = :operation or e.endedBy = :operation order by e.id",
        hints = @QueryHint(name = "eclipselink.refresh", value = "true"))
public class CheckIn extends Expirable {

    /** Who was at :program at :at, by name. */
    public static final String VALID_FOR_PROGRAM = "CheckIn.validForProgram";

    /** That :student is at :program now. */
    public static final String ACTIVE = "CheckIn.active";

    /** All that :operation began or ended. */
    public static final String OF_OPERATION = "CheckIn.ofOperation";

    /** The orders in which check-ins can be asked for. */
    public static final Listing<CheckIn> LISTING = Listing.byNumber("e.id", CheckIn::getId)
            .text("name", "p.familyName", checkIn -> checkIn.getStudent().getFamilyName())
            .text("name", "p.givenName", checkIn -> checkIn.getStudent().getGivenName())
            .text("name", "p.username", checkIn -> checkIn.getStudent().getUsername())
            .text("student", "p.username", checkIn -> checkIn.getStudent().getUsername())
            .instantIfAny("startDate", "e.startDate", CheckIn::getStartDate)
            .inOrderOf("name");

    /** Of :program at :at; conditions may follow. */
    static final String PRESENT = "select e from CheckIn e join fetch e.student p where e.program = :program and " + VALID_AT;

    @Id
    @GeneratedValue(generator = "check_in")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "student_id")
    private Person student;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "program_id")
    private Program program;

    protected CheckIn() {
    }

    CheckIn(Person student, Program program, Instant at, Operation operation) {
        super(at, operation);
        this.student = student;
        this.program = program;
    }

    public Long getId() {
        return id;
    }

    public Person getStudent() {
        return student;
    }

    public Program getProgram() {
        return program;
    }
}
