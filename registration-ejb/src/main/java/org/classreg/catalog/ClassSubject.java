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
import jakarta.persistence.Transient;
import java.util.OptionalInt;
import org.classreg.lists.Listing;

/** A class as it is described ("course"); its sections are what students take. */
@Entity
@Table(name = "class_subject")
@SequenceGenerator(name = "class_subject", sequenceName = "class_subject_seq", allocationSize = 50)
@NamedQuery(name = ClassSubject.OF_PROGRAM, query = "select s from ClassSubject s where s.program = :program order by s.code")
@NamedQuery(name = ClassSubject.BY_CODE, query = "select s from ClassSubject s where s.program.code = :program and s.code = :code")
@NamedQuery(name = ClassSubject.BY_SOURCED_IDS,
        query = "select s from ClassSubject s join fetch s.program where s.sourcedId in :ids")
public class ClassSubject {

    public static final String OF_PROGRAM = "ClassSubject.ofProgram";
    public static final String BY_CODE = "ClassSubject.byCode";
    public static final String BY_SOURCED_IDS = "ClassSubject.bySourcedIds";

    /** The orders in which classes can be asked for. */
    public static final Listing<ClassSubject> LISTING = Listing.byText("s.code", ClassSubject::getCode)
            .text("code", "s.code", ClassSubject::getCode)
            .text("title", "s.title", ClassSubject::getTitle)
            .text("category", "c.symbol", subject -> subject.getCategory().getSymbol())
            .integerIfAny("gradeMin", "s.gradeMin", ClassSubject::getGradeMin)
            .integerIfAny("gradeMax", "s.gradeMax", ClassSubject::getGradeMax)
            .inOrderOf("code");

    @Id
    @GeneratedValue(generator = "class_subject")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "program_id")
    private Program program;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "category_id")
    private ClassCategory category;

    private String code;

    @Column(name = "sourced_id")
    private String sourcedId;

    private String title;

    @Column(name = "grade_min")
    private Integer gradeMin;

    @Column(name = "grade_max")
    private Integer gradeMax;

    @Column(name = "max_students")
    private Integer maxStudents;

    @Enumerated(EnumType.STRING)
    private ClassStatus status = ClassStatus.ACCEPTED;

    /** Whether this transaction has changed the status, which is that of its sections too. */
    @Transient
    private boolean hasNewStatus;

    protected ClassSubject() {
    }

    public ClassSubject(ClassCategory category, Program program, String code, String title) {
        this.category = category;
        this.program = program;
        this.code = code;
        this.title = title;
    }

    /** Admits grades from min to max, both included; null leaves that side open. */
    public void admitGrades(Integer min, Integer max) {
        gradeMin = min;
        gradeMax = max;
    }

    /** Whether a student of this grade is in the range. */
    public boolean admits(int grade) {
        return (gradeMin == null || grade >= gradeMin) && (gradeMax == null || grade <= gradeMax);
    }

    public boolean hasGradeRange() {
        return gradeMin != null || gradeMax != null;
    }

    /** The most students a section of this class takes; empty when the rooms alone decide. */
    public OptionalInt maxStudents() {
        return maxStudents == null ? OptionalInt.empty() : OptionalInt.of(maxStudents);
    }

    public void limitStudents(Integer most) {
        maxStudents = most;
    }

    public Long getId() {
        return id;
    }

    public Program getProgram() {
        return program;
    }

    public ClassCategory getCategory() {
        return category;
    }

    public void setCategory(ClassCategory category) {
        this.category = category;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getSourcedId() {
        return sourcedId;
    }

    public void setSourcedId(String sourcedId) {
        this.sourcedId = sourcedId;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public Integer getGradeMin() {
        return gradeMin;
    }

    public Integer getGradeMax() {
        return gradeMax;
    }

    public ClassStatus getStatus() {
        return status;
    }

    public void setStatus(ClassStatus status) {
        hasNewStatus |= this.status != status;
        this.status = status;
    }

    boolean hasNewStatus() {
        return hasNewStatus;
    }
}
