package org.classreg.registration;

import static org.classreg.time.Expirable.VALID_AT;
import static org.classreg.time.Expirable.VALID_AT_OTHER;

import jakarta.persistence.Column;
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
import java.util.Optional;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.ClassSubject;
import org.classreg.catalog.Program;
import org.classreg.operations.Operation;
import org.classreg.people.Person;
import org.classreg.time.Expirable;

/** That a student is, or was, registered for a section, in the way its type says. */
@Entity
@Table(name = "student_registration")
@SequenceGenerator(name = "student_registration", sequenceName = "student_registration_seq", allocationSize = 50)
@NamedQuery(name = StudentRegistration.VALID_FOR_STUDENT, query = StudentRegistration.SELECT
        + " where e.student = :student and e.program = :program and " + VALID_AT + " order by s.code, t.id",
        hints = @QueryHint(name = "eclipselink.join-fetch", value = "e.section.subject"))
@NamedQuery(name = StudentRegistration.SECTIONS_OF_STUDENT, query = "select s from ClassSection s join fetch s.subject where s.id in"
        + " (select e.section.id from StudentRegistration e where e.student = :student and e.program = :program"
        + " and e.takesSeat = true and " + VALID_AT + ") order by s.code",
        hints = {
            @QueryHint(name = "eclipselink.batch.type", value = "IN"),
            @QueryHint(name = "eclipselink.batch", value = "s.meetings"),
            @QueryHint(name = "eclipselink.batch", value = "s.meetings.timeslot")})
@NamedQuery(name = StudentRegistration.VALID_FOR_SECTION, query = StudentRegistration.SELECT
        + " where e.section = :section and t.name = :type and " + VALID_AT + " order by p.familyName, p.givenName, p.username")
@NamedQuery(name = StudentRegistration.VALID_FOR_PROGRAM, query = StudentRegistration.SELECT
        + " where e.program = :program and t.name in :types and " + VALID_AT + " order by e.startDate nulls first, e.id",
        hints = @QueryHint(name = "eclipselink.join-fetch", value = "e.section.subject"))
@NamedQuery(name = StudentRegistration.DIFFERENCE, query = StudentRegistration.SELECT
        + " where e.program = :program and t.name = :type and " + VALID_AT + " and not (" + VALID_AT_OTHER + ")"
        + " order by s.code, p.familyName, p.givenName, p.username",
        hints = {
            @QueryHint(name = "eclipselink.join-fetch", value = "e.section.subject"),
            @QueryHint(name = "eclipselink.left-join-fetch", value = "e.startedBy"),
            @QueryHint(name = "eclipselink.left-join-fetch", value = "e.endedBy")})
@NamedQuery(name = StudentRegistration.COUNT, query = "select count(e) from StudentRegistration e"
        + " where e.section = :section and e.type.name = :type and " + VALID_AT)
@NamedQuery(name = StudentRegistration.COUNT_IN_PROGRAM, query = "select count(e) from StudentRegistration e"
        + " where e.program = :program and e.type.name = :type and " + VALID_AT)
@NamedQuery(name = StudentRegistration.OVERLAPPING, query = "select distinct e from StudentRegistration e"
        + " join e.section.meetings m, ClassSection other join other.meetings n"
        + " where other = :section and e.section <> other and e.student = :student and e.takesSeat = true and " + VALID_AT
        + " and m.timeslot.startsAt < n.timeslot.endsAt and n.timeslot.startsAt < m.timeslot.endsAt")
@NamedQuery(name = StudentRegistration.HISTORY, query = StudentRegistration.SELECT + " join fetch e.startedBy left join fetch e.endedBy"
        + " where e.student = :student and e.program = :program order by e.startDate desc nulls last, e.id desc",
        hints = @QueryHint(name = "eclipselink.join-fetch", value = "e.section.subject"))
@NamedQuery(name = StudentRegistration.HISTORY_OF_PROGRAM,
        query = StudentRegistration.SELECT + " join fetch e.startedBy left join fetch e.endedBy"
        + " where e.program = :program and e.id > :after and (e.startDate is null or e.startDate <= :at) order by e.id")
@NamedQuery(name = StudentRegistration.EVER_IN_PROGRAM, query = "select p from Person p where p.id in"
        + " (select e.student.id from StudentRegistration e where e.program = :program) order by p.id",
        hints = {
            @QueryHint(name = "eclipselink.batch.type", value = "IN"),
            @QueryHint(name = "eclipselink.batch", value = "p.roles")})
@NamedQuery(name = StudentRegistration.SEARCH_STUDENTS, query = "select p from Person p where :role member of p.roles and"
        + " (p.username = :username or p.id in (select e.student.id from StudentRegistration e where e.program = :program) and "
        + Person.MATCHES + ")" + Person.BY_NAME)
@NamedQuery(name = StudentRegistration.ACTIVE_IN_SECTION, query = StudentRegistration.SELECT
        + " where e.section = :section and e.endDate is null order by e.id")
@NamedQuery(name = StudentRegistration.ACTIVE_OF_STUDENT, query = StudentRegistration.SELECT
        + " where e.student = :student and e.section = :section and e.endDate is null order by e.id")
@NamedQuery(name = StudentRegistration.SEATS_TAKEN, query = "select count(e) from StudentRegistration e"
        + " where e.section = :section and e.takesSeat = true and " + VALID_AT)
@NamedQuery(name = StudentRegistration.SEATS_TAKEN_OF, query = "select e.section.id, count(e) from StudentRegistration e"
        + " where e.section.id in :ids and e.takesSeat = true and " + VALID_AT + " group by e.section.id")
@NamedQuery(name = StudentRegistration.MISSING, query = StudentRegistration.SELECT
        + " where e.program = :program and t.name in ('" + RegistrationType.ENROLLED + "', '" + RegistrationType.OFFERED + "')"
        + " and e.endDate is null and (e.startDate is null or e.startDate <= :by)"
        + " and not exists (select c from CheckIn c where c.student = e.student and c.program = :program and c.startDate <= :by)"
        + " and not exists (select a from StudentRegistration a where a.student = e.student and a.program = :program"
        + " and a.type.name = '" + RegistrationType.ATTENDED + "' and (a.startDate is null or a.startDate <= :by))"
        + " order by s.code, p.familyName, p.givenName, p.username")
@NamedQuery(name = StudentRegistration.WAITING, query = StudentRegistration.SELECT
        + " where e.section in :sections and t.name = '" + RegistrationType.WAITLIST + "' and e.endDate is null")
@NamedQuery(name = StudentRegistration.PLACES_IN_LINE, query = "select e.student.id, e.section.id, e.id from StudentRegistration e"
        + " where e.student.id in :ids and e.program = :program and e.type.name = '" + RegistrationType.WAITLIST + "' and e.endDate is null")
@NamedQuery(name = StudentRegistration.AWAITED, query = "select distinct e.section from StudentRegistration e"
        + " where e.student in :students and e.type.name = '" + RegistrationType.WAITLIST + "' and e.endDate is null")
@NamedQuery(name = StudentRegistration.PLACES_OF_STUDENT, query = "select distinct e.section from StudentRegistration e"
        + " where e.student = :student and e.endDate is null and (e.takesSeat = true or e.type.name = '" + RegistrationType.WAITLIST + "')")
@NamedQuery(name = StudentRegistration.AWAITED_WITH_SEATS_LEFT, query = "select distinct e.section from StudentRegistration e"
        + " where e.program in :programs and e.section.enrolled < e.section.capacity"
        + " and e.type.name = '" + RegistrationType.WAITLIST + "' and e.endDate is null")
@NamedQuery(name = StudentRegistration.SEATS_OF_STUDENTS, query = StudentRegistration.SELECT
        + " where e.student in :students and e.takesSeat = true and " + VALID_AT,
        hints = @QueryHint(name = "eclipselink.join-fetch", value = "e.section.subject"))
@NamedQuery(name = StudentRegistration.PARTICIPANTS, query = "select count(distinct e.student) from StudentRegistration e"
        + " where e.program = :program and e.takesSeat = true and " + VALID_AT)
@NamedQuery(name = StudentRegistration.PARTICIPANTS_OF_GRADES, query = "select count(distinct e.student) from StudentRegistration e"
        + " where e.program = :program and e.takesSeat = true and e.student.grade between :first and :last and " + VALID_AT)
@NamedQuery(name = StudentRegistration.LAPSED, query = StudentRegistration.SELECT
        + " where e.endDate is null and e.lapsesAt <= :at order by e.id")
@NamedQuery(name = StudentRegistration.LINE, query = StudentRegistration.SELECT
        + " where e.section = :section and t.name = '" + RegistrationType.WAITLIST + "' and " + VALID_AT + " order by e.place")
@NamedQuery(name = StudentRegistration.BY_SOURCED_IDS, query = StudentRegistration.SELECT + " where e.sourcedId in :ids",
        hints = @QueryHint(name = "eclipselink.refresh", value = "true"))
@NamedQuery(name = StudentRegistration.OF_OPERATION, query = StudentRegistration.SELECT
        + " where e.startedBy = :operation or e.endedBy = :operation order by e.id",
        hints = @QueryHint(name = "eclipselink.refresh", value = "true"))
@NamedQuery(name = StudentRegistration.STUDENTS_OF_OPERATION, query = "select distinct p from StudentRegistration e join e.student p"
        + " where e.startedBy = :operation or e.endedBy = :operation")
@NamedQuery(name = StudentRegistration.SECTIONS_OF_OPERATION, query = "select distinct s from StudentRegistration e join e.section s"
        + " where e.startedBy = :operation or e.endedBy = :operation")
@NamedQuery(name = StudentRegistration.SEATING_SECTIONS_OF_OPERATION, query = "select distinct s from StudentRegistration e join e.section s"
        + " where (e.startedBy = :operation or e.endedBy = :operation) and (e.type.takesSeat = true or e.place is not null)")
@NamedQuery(name = StudentRegistration.OF_OPERATIONS, query = StudentRegistration.SELECT
        + " where e.startedBy in :operations or e.endedBy in :operations order by e.id")
@NamedQuery(name = StudentRegistration.PLACES, query = "select e.student.id, e.section.id, t.id from StudentRegistration e join e.type t"
        + " where e.program = :program and t.name in :types and " + VALID_AT)
@NamedQuery(name = StudentRegistration.ASKING, query = "select distinct e.student.id from StudentRegistration e"
        + " where e.program = :program and (e.type.preference = true or e.type.takesSeat = true) and " + VALID_AT)
@NamedQuery(name = StudentRegistration.ASKED, query = "select e.student.id, e.section.id, t.name, t.takesSeat, e.id"
        + " from StudentRegistration e join e.type t where e.student.id in :ids and e.program = :program"
        + " and (t.preference = true or t.takesSeat = true) and " + VALID_AT)
public class StudentRegistration extends Expirable {

    /** The keys of student, section and type of what is valid at :at, in :program, of :types. */
    public static final String PLACES = "StudentRegistration.places";

    /** The keys of the students who have a preference or a seat at :at in :program. */
    public static final String ASKING = "StudentRegistration.asking";

    /** What students :ids prefer or have at :at in :program, as keys: student, section, type's name, whether it takes a seat, own. */
    public static final String ASKED = "StudentRegistration.asked";

    /** Valid at :at, of :student in :program, by section. */
    public static final String VALID_FOR_STUDENT = "StudentRegistration.validForStudent";

    /** The sections, with their meetings, in which :student had a seat at :at in :program. */
    public static final String SECTIONS_OF_STUDENT = "StudentRegistration.sectionsOfStudent";

    /** Valid at :at, in :section, of :type, by the student's name: a roster. */
    public static final String VALID_FOR_SECTION = "StudentRegistration.validForSection";

    /** Valid at :at, in :program, of :types, in start order. */
    public static final String VALID_FOR_PROGRAM = "StudentRegistration.validForProgram";

    /** Valid at :at but not at :other, in :program, of :type, by section and name. */
    public static final String DIFFERENCE = "StudentRegistration.difference";

    /** How many are valid at :at, in :section, of :type. */
    public static final String COUNT = "StudentRegistration.count";

    /** How many are valid at :at, in :program, of :type. */
    public static final String COUNT_IN_PROGRAM = "StudentRegistration.countInProgram";

    /** With a seat of :student at :at, in another section that meets at the time of :section. */
    public static final String OVERLAPPING = "StudentRegistration.overlapping";

    /** All that ever was of :student in :program, the newest start first. */
    public static final String HISTORY = "StudentRegistration.history";

    /** All in :program that had begun at :at, by id, from the first id greater than :after. */
    public static final String HISTORY_OF_PROGRAM = "StudentRegistration.historyOfProgram";

    /** The people who ever had a registration in :program. */
    public static final String EVER_IN_PROGRAM = "StudentRegistration.everInProgram";

    /** The people of :role who ever had a registration in :program and are like :pattern, and whoever has :username. */
    public static final String SEARCH_STUDENTS = "StudentRegistration.searchStudents";

    /** All in :section that have not ended. */
    public static final String ACTIVE_IN_SECTION = "StudentRegistration.activeInSection";

    /** All of :student in :section that have not ended. */
    public static final String ACTIVE_OF_STUDENT = "StudentRegistration.activeOfStudent";

    /** How many seats of :section were taken at :at. */
    public static final String SEATS_TAKEN = "StudentRegistration.seatsTaken";

    /** The keys of those sections of :ids of which seats were taken at :at, each with how many. */
    public static final String SEATS_TAKEN_OF = "StudentRegistration.seatsTakenOf";

    /** The seats of :program of those who were neither checked in nor seen in a section until :by, by section and name. */
    public static final String MISSING = "StudentRegistration.missing";

    /** Who waits for :sections now, in no order. */
    public static final String WAITING = "StudentRegistration.waiting";

    /** Where students :ids wait now in :program, as keys: student, section, own. */
    public static final String PLACES_IN_LINE = "StudentRegistration.placesInLine";

    /** The sections for which :students wait now. */
    public static final String AWAITED = "StudentRegistration.awaited";

    /** The sections in which :student has a seat or waits for one now. */
    public static final String PLACES_OF_STUDENT = "StudentRegistration.placesOfStudent";

    /** The sections of :programs with free seats for which somebody waits nevertheless. */
    public static final String AWAITED_WITH_SEATS_LEFT = "StudentRegistration.awaitedWithSeatsLeft";

    /** The seats of :students at :at, in all programs. */
    public static final String SEATS_OF_STUDENTS = "StudentRegistration.seatsOfStudents";

    /** How many students had a seat at :at in :program. */
    public static final String PARTICIPANTS = "StudentRegistration.participants";

    /** How many of them are in the grades from :first to :last. */
    public static final String PARTICIPANTS_OF_GRADES = "StudentRegistration.participantsOfGrades";

    /** The offers that should have ended by :at. */
    public static final String LAPSED = "StudentRegistration.lapsed";

    /** Who waited for :section at :at, in line. */
    public static final String LINE = "StudentRegistration.line";

    /** Of the sourcedIds :ids, ended or not, read again if they have been read before. */
    public static final String BY_SOURCED_IDS = "StudentRegistration.bySourcedIds";

    /** All that :operation began or ended. */
    public static final String OF_OPERATION = "StudentRegistration.ofOperation";

    /** The students whose registrations :operation began or ended. */
    static final String STUDENTS_OF_OPERATION = "StudentRegistration.studentsOfOperation";

    /** The sections of what :operation began or ended. */
    static final String SECTIONS_OF_OPERATION = "StudentRegistration.sectionsOfOperation";

    /** Those in which :operation began or ended seats, or places in line: whoever waits again may find a seat that has become free since. */
    static final String SEATING_SECTIONS_OF_OPERATION = "StudentRegistration.seatingSectionsOfOperation";

    /** All that one of :operations began or ended, as it may have been read before. */
    public static final String OF_OPERATIONS = "StudentRegistration.ofOperations";

    static final String SELECT = "select e from StudentRegistration e"
            + " join fetch e.student p join fetch e.section s join fetch e.type t";

    @Id
    @GeneratedValue(generator = "student_registration")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "student_id")
    private Person student;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "section_id")
    private ClassSection section;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "type_id")
    private RegistrationType type;

    @Column(name = "sourced_id")
    private String sourcedId;

    private Integer place;

    @Column(name = "lapses_at", updatable = false)
    private Instant lapsesAt;

    /** Of the section, kept here too for the database's own guards, as are the next two. */
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "subject_id", updatable = false)
    private ClassSubject subject;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "program_id", updatable = false)
    private Program program;

    @Column(name = "takes_seat", updatable = false)
    private boolean takesSeat;

    protected StudentRegistration() {
    }

    /**
     * Starts a registration; one that takes a seat takes it from the section, whose row must be locked.
     *
     * @param at the first instant at which it is valid; null for since always
     */
    public StudentRegistration(Person student, ClassSection section, RegistrationType type, Instant at, Operation operation) {
        super(at, operation);
        this.student = student;
        this.section = section;
        this.type = type;
        subject = section.getSubject();
        program = section.getProgram();
        takesSeat = type.takesSeat();
        if (takesSeat) {
            section.takeSeat();
        }
    }

    /** Stands in line at this place, of which the lower comes first. */
    public StudentRegistration inLineAt(int wanted) {
        place = wanted;
        return this;
    }

    /** Holds the seat until an instant only. */
    StudentRegistration untilLapse(Instant at) {
        lapsesAt = at;
        return this;
    }

    /** {@inheritDoc} One that holds a seat gives it back to the section, whose row must be locked. */
    @Override
    public void expire(Instant at, Operation operation) {
        if (!hasEnded() && takesSeat) {
            section.freeSeat();
        }
        super.expire(at, operation);
    }

    /** Gives one that has just begun the key under which it is written. */
    void identify(long key) {
        id = key;
    }

    public Long getId() {
        return id;
    }

    public Person getStudent() {
        return student;
    }

    public ClassSection getSection() {
        return section;
    }

    public RegistrationType getType() {
        return type;
    }

    /** Where this stands in line, the lower the earlier; empty for all but a waitlist. */
    public Optional<Integer> place() {
        return Optional.ofNullable(place);
    }

    /** When an offered seat goes to the next; empty for all but an offer. */
    public Optional<Instant> lapsesAt() {
        return Optional.ofNullable(lapsesAt);
    }

    public String getSourcedId() {
        return sourcedId;
    }

    /** The enrollment's key in the system it was imported from. */
    public void setSourcedId(String sourcedId) {
        this.sourcedId = sourcedId;
    }

    /** As people read it: "John Smith Enrolled in E1234s1". */
    @Override
    public String toString() {
        return student.name() + " " + type.getName() + " in " + section.getCode();
    }
}
