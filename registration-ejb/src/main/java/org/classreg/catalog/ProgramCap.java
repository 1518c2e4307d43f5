package org.classreg.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.classreg.people.Person;

/**
 * How many students, of some grades or of all, a program takes. Whoever has a seat in it counts, once.
 * Source: ESP-Website, the size limits of a program.
 */
@Entity
@Table(name = "program_cap")
@SequenceGenerator(name = "program_cap", sequenceName = "program_cap_seq", allocationSize = 50)
public class ProgramCap {

    @Id
    @GeneratedValue(generator = "program_cap")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "program_id")
    private Program program;

    @Column(name = "grade_min")
    private Integer gradeMin;

    @Column(name = "grade_max")
    private Integer gradeMax;

    @Column(name = "max_students")
    private int maxStudents;

    protected ProgramCap() {
    }

    ProgramCap(Program program, ProgramSettings.Cap cap) {
        this.program = program;
        gradeMin = cap.gradeMin();
        gradeMax = cap.gradeMax();
        maxStudents = cap.maxStudents();
    }

    /** Whether the student counts; one of unknown grade counts where all grades do. */
    public boolean counts(Person student) {
        return isForAll() || student.grade()
                .filter(grade -> (gradeMin == null || grade >= gradeMin) && (gradeMax == null || grade <= gradeMax)).isPresent();
    }

    /** Whether it has no range of grades. */
    public boolean isForAll() {
        return gradeMin == null && gradeMax == null;
    }

    ProgramSettings.Cap toSetting() {
        return new ProgramSettings.Cap(gradeMin, gradeMax, maxStudents);
    }

    public Program getProgram() {
        return program;
    }

    public Long getId() {
        return id;
    }

    /** The first grade that counts; null for no lower end. */
    public Integer getGradeMin() {
        return gradeMin;
    }

    /** The last grade that counts; null for no upper end. */
    public Integer getGradeMax() {
        return gradeMax;
    }

    public int getMaxStudents() {
        return maxStudents;
    }
}
