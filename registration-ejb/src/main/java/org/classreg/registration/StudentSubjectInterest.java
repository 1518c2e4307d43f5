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
import org.classreg.catalog.ClassSubject;
import org.classreg.operations.Operation;
import org.classreg.people.Person;
import org.classreg.time.Expirable;

/** That a student is, or was, interested in a class, in whichever section. */
@Entity
@Table(name = "subject_interest")
@SequenceGenerator(name = "subject_interest", sequenceName = "subject_interest_seq", allocationSize = 50)
@NamedQuery(name = StudentSubjectInterest.VALID_FOR_STUDENT, query = "select e from StudentSubjectInterest e join fetch e.subject s"
        + " where e.student = :student and s.program = :program and " + VALID_AT + " order by s.code")
@NamedQuery(name = StudentSubjectInterest.OF_OPERATION, query = "select e from StudentSubjectInterest e join fetch e.subject"
        + " where e.startedBy = :operation or e.endedBy = :operation order by e.id",
        hints = @QueryHint(name = "eclipselink.refresh", value = "true"))
@NamedQuery(name = StudentSubjectInterest.ACTIVE_IN_SUBJECTS, query = "select e from StudentSubjectInterest e"
        + " where e.subject in :subjects and e.endDate is null")
@NamedQuery(name = StudentSubjectInterest.ASKING, query = "select distinct e.student.id from StudentSubjectInterest e"
        + " where e.subject.program = :program and " + VALID_AT)
@NamedQuery(name = StudentSubjectInterest.ASKED, query = "select e.student.id, e.subject.id, e.id from StudentSubjectInterest e"
        + " where e.student.id in :ids and e.subject.program = :program and " + VALID_AT)
public class StudentSubjectInterest extends Expirable {

    /** The keys of the students who are interested in a class of :program at :at. */
    public static final String ASKING = "StudentSubjectInterest.asking";

    /** What students :ids are interested in at :at in :program, as keys: student, class, own. */
    public static final String ASKED = "StudentSubjectInterest.asked";

    /** Valid at :at, of :student in :program, by class. */
    public static final String VALID_FOR_STUDENT = "StudentSubjectInterest.validForStudent";

    /** All that :operation began or ended. */
    public static final String OF_OPERATION = "StudentSubjectInterest.ofOperation";

    /** All in :subjects that have not ended. */
    public static final String ACTIVE_IN_SUBJECTS = "StudentSubjectInterest.activeInSubjects";

    @Id
    @GeneratedValue(generator = "subject_interest")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "student_id")
    private Person student;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "subject_id")
    private ClassSubject subject;

    protected StudentSubjectInterest() {
    }

    /** @param at the first instant at which it is valid; null for since always */
    public StudentSubjectInterest(Person student, ClassSubject subject, Instant at, Operation operation) {
        super(at, operation);
        this.student = student;
        this.subject = subject;
    }

    public Long getId() {
        return id;
    }

    public Person getStudent() {
        return student;
    }

    public ClassSubject getSubject() {
        return subject;
    }
}
