package org.classreg.registration;

import static org.classreg.people.Role.ADMIN_ROLE;
import static org.classreg.people.Role.STAFF_ROLE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.ClassStatus;
import org.classreg.catalog.SectionId;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.InvalidInput.Fault;
import org.classreg.errors.NotFound;
import org.classreg.errors.Refused;
import org.classreg.operations.Journal;
import org.classreg.operations.Operation;
import org.classreg.people.Person;
import org.classreg.rules.Addition;
import org.classreg.rules.Rules;
import org.classreg.security.Caller;
import org.classreg.transactions.Busy;
import org.classreg.transactions.Retried;

/** Cancels sections, and changes their times, rooms and size, with regard to who has a seat in them. */
@Stateless
@Retried
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed({ADMIN_ROLE, STAFF_ROLE})
public class SectionChanges {

    private static final int LONGEST_REASON = 300;
    private static final int MOST_STUDENTS = 100_000;

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Caller caller;

    @Inject
    Catalog catalog;

    @Inject
    RegistrationTypes types;

    @Inject
    Admission admission;

    @Inject
    Seating seating;

    @Inject
    Headcount headcount;

    @Inject
    Journal journal;

    /**
     * A meeting as it is wanted.
     *
     * @param starts of a timeslot of the program
     * @param ends of the same timeslot
     * @param rooms of the program, by name
     */
    public record WantedMeeting(Instant starts, Instant ends, List<String> rooms) {
    }

    /** The section's own maximum, from 0; null for none. */
    public record Size(Integer maxStudents) {
    }

    /**
     * A section as it is wanted.
     *
     * @param meetings all of them; null leaves them as they are
     * @param size null leaves it as it is
     */
    public record Wanted(List<WantedMeeting> meetings, Size size) {
    }

    /**
     * Whom a change would concern: who would have two classes at once, no lunch, or no seat any more (those who came last). Writes nothing.
     *
     * @throws NotFound if there is no such section
     * @throws InvalidInput with every field at fault
     */
    public List<Consequence> preview(SectionId id, Wanted wanted) {
        em.setFlushMode(FlushModeType.COMMIT);
        var section = find(id);
        apply(section, wanted);
        var consequences = consequences(section);
        em.clear();
        return consequences;
    }

    /**
     * Changes a section in one operation. Seats that become free go to who waits.
     *
     * @return whom it concerned, in the way that was chosen
     * @throws NotFound if there is no such section
     * @throws InvalidInput with every field at fault
     */
    public List<Consequence> change(SectionId id, Wanted wanted, Treatment treatment) {
        var section = find(id);
        var students = seats(section).stream().map(StudentRegistration::getStudent).toList();
        var freed = seating.lock(students, List.of(section));
        requireAmong(students, section);
        var before = SectionState.of(section);
        apply(section, wanted);
        var consequences = consequences(section);
        var at = clock.instant();
        var operation = journal.begin("changeSection", at).in(section.getProgram());
        note(operation, section, before);
        if (treatment == Treatment.KEEP) {
            section.keepStudents();
        } else {
            consequences.forEach(consequence -> consequence.seat().expire(at, operation));
        }
        em.flush();
        if (treatment == Treatment.KEEP) {
            keepOverlaps(section, operation);
        }
        if (treatment == Treatment.WAITLIST) {
            wait(consequences, at, operation);
        }
        seating.fill(freed, at, operation);
        journal.close(operation);
        return consequences;
    }

    /**
     * Cancels a section: whatever is registered in it ends, whatever the type, and the interest in its class if this was the last section.
     *
     * @param unschedule whether its times and rooms are given up
     * @param reason for the journal, at most 300 characters; may be null
     * @return what ended
     * @throws NotFound if there is no such section
     * @throws Refused with SECTION_CANCELLED if it was cancelled before
     */
    public List<StudentRegistration> cancel(SectionId id, boolean unschedule, String reason) {
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw new InvalidInput("reason", "A reason has at most " + LONGEST_REASON + " characters.");
        }
        var section = find(id);
        var students = concernedByCancelling(section);
        var freed = seating.lock(students, List.of(section));
        if (!students.containsAll(concernedByCancelling(section))) {
            throw new Busy();
        }
        if (section.isCancelled()) {
            throw new Refused("SECTION_CANCELLED", section.getCode() + " has been cancelled.");
        }
        var before = SectionState.of(section);
        section.setStatus(ClassStatus.CANCELLED);
        if (unschedule) {
            section.meet(Map.of());
        }
        var at = clock.instant();
        var operation = journal.begin("cancelSection", at, reason).in(section.getProgram());
        note(operation, section, before);
        var ended = active(section);
        ended.forEach(registration -> registration.expire(at, operation));
        endInterests(section, at, operation);
        seating.fill(freed, at, operation);
        return ended;
    }

    private ClassSection find(SectionId id) {
        var section = catalog.getSection(id);
        caller.requireStaff(section.getProgram());
        return section;
    }

    /** Whoever came in while this waited for its locks has not been locked. */
    private void requireAmong(List<Person> locked, ClassSection section) {
        if (!seats(section).stream().map(StudentRegistration::getStudent).allMatch(locked::contains)) {
            throw new Busy();
        }
    }

    /** Who is registered in it, and who is interested in its class. */
    private Set<Person> concernedByCancelling(ClassSection section) {
        return Stream.concat(active(section).stream().map(StudentRegistration::getStudent),
                interests(section).stream().map(StudentSubjectInterest::getStudent)).collect(Collectors.toSet());
    }

    private void endInterests(ClassSection section, Instant at, Operation operation) {
        var isHeldElsewhere = catalog.sections(section.getProgram().getCode()).stream()
                .anyMatch(other -> other.getSubject().equals(section.getSubject()) && !other.isCancelled());
        if (!isHeldElsewhere) {
            interests(section).forEach(interest -> interest.expire(at, operation));
        }
    }

    private List<StudentSubjectInterest> interests(ClassSection section) {
        return em.createNamedQuery(StudentSubjectInterest.ACTIVE_IN_SUBJECTS, StudentSubjectInterest.class)
                .setParameter("subjects", List.of(section.getSubject()))
                .setHint("eclipselink.refresh", true)
                .getResultList();
    }

    private void note(Operation operation, ClassSection section, SectionState before) {
        em.flush();
        var after = SectionState.of(section);
        if (!after.equals(before)) {
            em.persist(new SectionChange(operation, section, before, after));
        }
    }

    private void apply(ClassSection section, Wanted wanted) {
        var faults = new ArrayList<Fault>();
        var most = wanted.size() == null ? null : wanted.size().maxStudents();
        if (most != null && (most < 0 || most > MOST_STUDENTS)) {
            faults.add(new Fault("maxStudents", "The maximum is from 0 to " + MOST_STUDENTS + "."));
        }
        var meetings = wanted.meetings() == null ? null : Meetings.resolve(em, section.getProgram(), wanted.meetings(), faults);
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        if (meetings != null) {
            section.meet(meetings);
        }
        if (wanted.size() != null) {
            section.limitStudents(most);
        }
    }

    /** Who came last goes first: the seats are checked in the order in which they were taken. Who goes for another reason leaves one. */
    private List<Consequence> consequences(ClassSection section) {
        var at = clock.instant();
        var consequences = new ArrayList<Consequence>();
        var kept = 0;
        for (var seat : seats(section)) {
            var student = seat.getStudent();
            var others = admission.schedule(student, section, at).stream().filter(other -> !other.equals(section)).toList();
            var reasons = Rules.KEPT_SEAT.objections(new Addition(student, section, others, at, headcount.at(at)).withSeatsTaken(kept));
            if (reasons.isEmpty()) {
                kept++;
            } else {
                consequences.add(new Consequence(seat, reasons));
            }
        }
        return consequences;
    }

    /** Notes who is in two places at once by the choice of staff, which the database refuses to all others. */
    private void keepOverlaps(ClassSection section, Operation operation) {
        em.createNativeQuery("""
                insert into kept_overlap (student_id, section_id, other_id, operation_id)
                select distinct r.student_id, r.section_id, o.section_id, ?1
                from student_registration r
                join student_registration o on o.student_id = r.student_id and o.program_id = r.program_id and o.section_id <> r.section_id
                join meeting m on m.section_id = r.section_id
                join timeslot t on t.id = m.timeslot_id
                join meeting n on n.section_id = o.section_id
                join timeslot u on u.id = n.timeslot_id
                where r.section_id = ?2 and r.takes_seat = true and r.end_date is null and o.takes_seat = true and o.end_date is null
                    and t.starts_at < u.ends_at and u.starts_at < t.ends_at
                    and not exists (select k.student_id from kept_overlap k where k.student_id = r.student_id
                        and k.section_id = r.section_id and k.other_id = o.section_id)""")
                .setParameter(1, operation.getId())
                .setParameter(2, section.getId())
                .executeUpdate();
    }

    /** They keep their order, and come before who waits already. */
    private void wait(List<Consequence> consequences, Instant at, Operation operation) {
        if (consequences.isEmpty()) {
            return;
        }
        operation.passLine();
        var type = types.getByName(RegistrationType.WAITLIST);
        var place = consequences.get(0).seat().getSection().placesInFront(consequences.size());
        for (var consequence : consequences) {
            var seat = consequence.seat();
            seating.begin(seat.getStudent(), seat.getSection(), type, at, operation).inLineAt(place);
            place++;
        }
    }

    private List<StudentRegistration> seats(ClassSection section) {
        return active(section).stream().filter(row -> row.getType().takesSeat())
                .sorted(Comparator.comparing(StudentRegistration::getStartDate, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(StudentRegistration::getId))
                .toList();
    }

    private List<StudentRegistration> active(ClassSection section) {
        return em.createNamedQuery(StudentRegistration.ACTIVE_IN_SECTION, StudentRegistration.class)
                .setParameter("section", section)
                .getResultList();
    }
}
