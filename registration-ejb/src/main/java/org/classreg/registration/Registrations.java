package org.classreg.registration;

import static org.classreg.people.Role.ADMIN_ROLE;
import static org.classreg.people.Role.SIGNED_IN;
import static org.classreg.people.Role.STAFF_ROLE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.Locks;
import org.classreg.catalog.SectionId;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.NotFound;
import org.classreg.errors.Reason;
import org.classreg.errors.Refused;
import org.classreg.operations.Journal;
import org.classreg.people.People;
import org.classreg.people.Person;
import org.classreg.registration.Admission.Phase;
import org.classreg.security.Caller;
import org.classreg.transactions.Retried;

/**
 * Starts, moves and ends registrations, each call one transaction.
 * A change is checked without a lock first, so that a crowd at a full section waits for nothing; then the student and the
 * sections are locked, everything is checked again, and written.
 */
@Stateless
@Retried
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(SIGNED_IN)
public class Registrations {

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Caller caller;

    @Inject
    Catalog catalog;

    @Inject
    People people;

    @Inject
    RegistrationTypes types;

    @Inject
    Admission admission;

    @Inject
    Locks locks;

    @Inject
    Seating seating;

    @Inject
    Journal journal;

    /**
     * Gives the student a seat.
     *
     * @throws NotFound if there is no such section or person
     * @throws Refused with every reason of the rules against it
     */
    public StudentRegistration enroll(SectionId section, String username) {
        return register(section, username, RegistrationType.ENROLLED);
    }

    /**
     * Starts a registration of any type.
     *
     * @throws NotFound if there is no such section or person
     * @throws Refused with every reason of the rules against it, ALREADY_REGISTERED if there is an active one of this type
     */
    public StudentRegistration register(SectionId id, String username, String typeName) {
        var section = catalog.getSection(id);
        var student = people.getByUsername(username);
        requireMayRegister(student, section, typeName);
        return register(section, student, typeName, Optional.empty());
    }

    /**
     * Starts a registration of any type although rules speak against it.
     *
     * @throws NotFound if there is no such section or person
     * @throws InvalidInput if a rule cannot be overridden, or no reason is given
     * @throws Refused with every reason that is not overridden
     */
    @RolesAllowed({ADMIN_ROLE, STAFF_ROLE})
    public StudentRegistration registerAnyway(SectionId id, String username, String typeName, RuleOverride override) {
        override.requireValid();
        var section = catalog.getSection(id);
        caller.requireStaff(section.getProgram());
        return register(section, people.getByUsername(username), typeName, Optional.of(override));
    }

    private StudentRegistration register(ClassSection section, Person student, String typeName, Optional<RuleOverride> override) {
        var type = types.getByName(typeName);
        if (type.isNamed(RegistrationType.OFFERED)) {
            throw new InvalidInput("type", "Seats are offered to who waits, by the office alone.");
        }
        admission.requireNew(student, section, type, override, Phase.BEFORE_LOCKS);

        lock(student, section, type);
        admission.requireNew(student, section, type, override, Phase.BEHIND_LOCKS);
        var at = clock.instant();
        var operation = journal.begin("register", at, override.map(RuleOverride::explanation).orElse(null))
                .in(section.getProgram()).onBehalfOf(student);
        override.ifPresent(by -> by.note(operation));
        return seating.begin(student, section, type, at, operation);
    }

    private void lock(Person student, ClassSection section, RegistrationType type) {
        locks.students(List.of(student));
        if (type.takesSeat() || type.isNamed(RegistrationType.WAITLIST)) {
            locks.sections(List.of(section));
        } else {
            locks.shareSections(List.of(section));
        }
    }

    /**
     * Ends a registration. If it has ended already, nothing changes.
     *
     * @throws NotFound if there is no such registration, or it is not the caller's to end
     * @throws Refused with OUTSIDE_WINDOW if the caller is the student and the program lets nobody drop now
     */
    public StudentRegistration expire(long id) {
        var registration = getToActOn(id);
        requireMayDrop(registration);
        var freed = seating.lock(List.of(registration.getStudent()), freedBy(registration), registration.getSection());
        em.refresh(registration);
        if (!registration.hasEnded()) {
            expireAll(List.of(registration), freed);
        }
        return registration;
    }

    /**
     * Ends all registrations of a student in a section, of whichever type.
     *
     * @return those that ended now
     * @throws NotFound if there is no such section or person
     * @throws Refused with OUTSIDE_WINDOW if the caller is the student and the program lets nobody drop now
     */
    public List<StudentRegistration> expireStudent(SectionId id, String username) {
        var section = catalog.getSection(id);
        var student = people.getByUsername(username);
        caller.requireMayActFor(student, section.getProgram());
        var freed = seating.lock(List.of(student), List.of(section));
        var registrations = em.createNamedQuery(StudentRegistration.ACTIVE_OF_STUDENT, StudentRegistration.class)
                .setParameter("student", student)
                .setParameter("section", section)
                .getResultList();
        registrations.forEach(this::requireMayDrop);
        return expireAll(registrations, freed);
    }

    /**
     * Ends all registrations in a section, of whichever type. One that starts while this runs counts as later, and stays.
     *
     * @return those that ended now
     * @throws NotFound if there is no such section
     */
    @RolesAllowed({ADMIN_ROLE, STAFF_ROLE})
    public List<StudentRegistration> expireSection(SectionId id) {
        var section = catalog.getSection(id);
        caller.requireStaff(section.getProgram());
        var students = activeIn(section).stream().map(StudentRegistration::getStudent).toList();
        var freed = seating.lock(students, List.of(section));
        return expireAll(activeIn(section).stream().filter(active -> students.contains(active.getStudent())).toList(), freed);
    }

    /**
     * Moves a registration to another section of the program at one instant: the old seat is given up only if the new one is had.
     *
     * @return the new registration
     * @throws NotFound if there is no such registration or section, or it is not the caller's to move
     * @throws Refused with every reason of the rules against it, REGISTRATION_ENDED if there is nothing to move
     */
    public StudentRegistration move(long id, String sectionCode) {
        var old = getToActOn(id);
        var target = catalog.getSection(new SectionId(old.getSection().getProgram().getCode(), sectionCode));
        admission.requireMovable(old, target, Phase.BEFORE_LOCKS);

        var freed = seating.lock(List.of(old.getStudent()), freedBy(old), old.getSection(), target);
        em.refresh(old);
        admission.requireMovable(old, target, Phase.BEHIND_LOCKS);
        var at = clock.instant();
        var operation = journal.begin("move", at).in(target.getProgram()).onBehalfOf(old.getStudent());
        old.expire(at, operation);
        em.flush();
        var moved = seating.begin(old.getStudent(), target, old.getType(), old.getEndDate(), operation);
        seating.fill(freed, at, operation);
        return moved;
    }

    /**
     * Whether a student could enroll in a section now.
     *
     * @return every reason against it; empty when the student could
     * @throws NotFound if there is no such section or person
     */
    public List<Reason> eligibility(SectionId id, String username) {
        return eligibility(id, username, clock.instant());
    }

    /** The same as of an instant, with the seats, the schedule and the overrides of then, and the class and the settings of now. */
    public List<Reason> eligibility(SectionId id, String username, Instant at) {
        var section = catalog.getSection(id);
        var student = people.getByUsername(username);
        caller.requireMayActFor(student, section.getProgram());
        locks.settle(student);
        locks.shareSections(section.getProgram().caps().isEmpty() ? List.of(section) : catalog.sections(id.program()));
        return admission.objections(student, section, at);
    }

    /** @throws NotFound if there is no such registration, or it is not the caller's to see */
    public StudentRegistration get(long id) {
        var registration = em.find(StudentRegistration.class, id);
        if (registration == null || !caller.maySee(registration.getStudent(), registration.getSection())) {
            throw new NotFound("registration", id);
        }
        return registration;
    }

    private StudentRegistration getToActOn(long id) {
        var registration = get(id);
        caller.requireMayAct(registration.getStudent(), registration.getSection());
        return registration;
    }

    /** Who takes the attendance of a section registers nobody for it otherwise, and a student does not say herself that she came. */
    private void requireMayRegister(Person student, ClassSection section, String typeName) {
        if (!RegistrationType.ATTENDED.equals(typeName)) {
            caller.requireMayActFor(student, section.getProgram());
        } else if (student.isNamed(caller.name())) {
            caller.requireTeacherOf(section);
        } else if (!mayMark(student, section)) {
            throw new NotFound("person", student.getUsername());
        }
    }

    /** A teacher knows those who are in the section, and no others. */
    private boolean mayMark(Person student, ClassSection section) {
        return caller.isStaff(section.getProgram()) || caller.teaches(section) && activeIn(section).stream()
                .anyMatch(registration -> registration.getStudent().equals(student));
    }

    /** Staff may always end what a student has. */
    private void requireMayDrop(StudentRegistration registration) {
        if (!caller.isStaff(registration.getSection().getProgram())) {
            admission.requireDroppable(registration);
        }
    }

    private List<StudentRegistration> activeIn(ClassSection section) {
        return em.createNamedQuery(StudentRegistration.ACTIVE_IN_SECTION, StudentRegistration.class)
                .setParameter("section", section)
                .getResultList();
    }

    /** In which section a seat becomes free when this ends. */
    private static List<ClassSection> freedBy(StudentRegistration registration) {
        return registration.getType().takesSeat() ? List.of(registration.getSection()) : List.of();
    }

    private List<StudentRegistration> expireAll(List<StudentRegistration> registrations, Collection<ClassSection> freed) {
        if (!registrations.isEmpty()) {
            Instant at = clock.instant();
            var students = registrations.stream().map(StudentRegistration::getStudent).distinct().toList();
            var operation = journal.begin("expire", at).in(registrations.get(0).getSection().getProgram());
            if (students.size() == 1) {
                operation.onBehalfOf(students.get(0));
            }
            registrations.forEach(registration -> registration.expire(at, operation));
            seating.fill(freed, at, operation);
        }
        return registrations;
    }
}
