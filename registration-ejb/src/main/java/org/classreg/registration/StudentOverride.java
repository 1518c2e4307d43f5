package org.classreg.registration;

import static org.classreg.time.Expirable.VALID_AT;

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
import java.util.Optional;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.ClassSubject;
import org.classreg.catalog.Program;
import org.classreg.lists.Listing;
import org.classreg.operations.Operation;
import org.classreg.people.Person;
import org.classreg.time.Expirable;

/** That a rule does not hold for a student, for some time: in a program, a class or a section. */
@Entity
@Table(name = "student_override")
@SequenceGenerator(name = "student_override", sequenceName = "student_override_seq", allocationSize = 50)
@NamedQuery(name = StudentOverride.VALID_FOR_STUDENTS, query = "select e from StudentOverride e where e.student in :students and " + VALID_AT)
@NamedQuery(name = StudentOverride.OF_STUDENT, query = "select e from StudentOverride e left join fetch e.subject left join fetch e.section"
        + " where e.student = :student and e.program = :program order by e.startDate desc, e.id desc")
public class StudentOverride extends Expirable {

    /** Valid at :at, of :students, in all programs. */
    public static final String VALID_FOR_STUDENTS = "StudentOverride.validForStudents";

    /** All that ever were, of :student in :program, the newest first. */
    public static final String OF_STUDENT = "StudentOverride.ofStudent";

    /** The orders in which overrides can be asked for. */
    public static final Listing<StudentOverride> LISTING = Listing.byNumber("e.id", StudentOverride::getId)
            .number("id", "e.id", StudentOverride::getId)
            .text("kind", "e.kind", override -> override.getKind().name())
            .instantIfAny("from", "e.startDate", StudentOverride::getStartDate)
            .inOrderOf("-id");

    @Id
    @GeneratedValue(generator = "student_override")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "student_id")
    private Person student;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "program_id")
    private Program program;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "subject_id")
    private ClassSubject subject;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "section_id")
    private ClassSection section;

    @Enumerated(EnumType.STRING)
    private OverrideKind kind;

    private String reason;

    protected StudentOverride() {
    }

    /**
     * @param subject the only class it holds for; null for all
     * @param section the only section it holds for; null for all
     * @param from the first instant; null for since always
     * @param until the first instant after; null for without end
     */
    StudentOverride(Person student, Program program, ClassSubject subject, ClassSection section, OverrideKind kind, String reason,
            Instant from, Instant until, Operation operation) {
        super(from, until, operation);
        this.student = student;
        this.program = program;
        this.subject = subject;
        this.section = section;
        this.kind = kind;
        this.reason = reason;
    }

    /** Whether it lifts a rule for the student in a section. */
    boolean lifts(String rule, Person who, ClassSection where) {
        return kind.rule().equals(rule) && student.equals(who) && program.equals(where.getProgram())
                && (subject == null || subject.equals(where.getSubject())) && (section == null || section.equals(where));
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

    /** The only class it holds for; empty for all. */
    public Optional<ClassSubject> subject() {
        return Optional.ofNullable(subject);
    }

    /** The only section it holds for; empty for all. */
    public Optional<ClassSection> section() {
        return Optional.ofNullable(section);
    }

    public OverrideKind getKind() {
        return kind;
    }

    public String getReason() {
        return reason;
    }
}
