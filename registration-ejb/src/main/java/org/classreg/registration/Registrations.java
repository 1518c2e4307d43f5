package org.classreg.registration;

import static org.classreg.people.Role.ADMIN_ROLE;
import static org.classreg.people.Role.STUDENT_ROLE;
import static org.classreg.people.Role.TEACHER_ROLE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.Locks;
import org.classreg.catalog.SectionId;
import org.classreg.errors.Forbidden;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.NotFound;
import org.classreg.errors.Reason;
import org.classreg.errors.Refused;
import org.classreg.operations.Journal;
import org.classreg.people.People;
import org.classreg.people.Person;
import org.classreg.people.Role;
import org.classreg.security.Caller;

/**
 * Starts, moves and ends registrations, each call one transaction.
 * A change is checked without a lock first, so that a crowd at a full section waits for nothing; then the student and the
 * sections are locked, everything is checked again, and written.
 */
@Stateless
@RolesAllowed({ADMIN_ROLE, TEACHER_ROLE, STUDENT_ROLE})
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
        var student = people.getByUsername(username);
        requireMayRegister(student, typeName);
        return register(id, student, typeName, Optional.empty());
    }

    /**
     * Starts a registration of any type although rules speak against it.
     *
     * @throws NotFound if there is no such section or person
     * @throws InvalidInput if a rule cannot be overridden, or no reason is given
     * @throws Refused with every reason that is not overridden
     */
    @RolesAllowed(ADMIN_ROLE)
    public StudentRegistration registerAnyway(SectionId id, String username, String typeName, RuleOverride override) {
        override.requireValid();
        return register(id, people.getByUsername(username), typeName, Optional.of(override));
    }

    private StudentRegistration register(SectionId id, Person student, String typeName, Optional<RuleOverride> override) {
        var type = types.getByName(typeName);
        var section = catalog.getSection(id);
        admission.requireNew(student, section, type, override);

        locks.students(List.of(student));
        if (type.takesSeat()) {
            locks.sections(List.of(section));
        }
        admission.requireNew(student, section, type, override);
        if (type.takesSeat() && section.isFull()) {
            section.overbookByOne();
        }
        var at = clock.instant();
        var operation = journal.begin("register", at, override.map(RuleOverride::explanation).orElse(null));
        var registration = new StudentRegistration(student, section, type, at, operation);
        em.persist(registration);
        return registration;
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
        locks.studentAndSections(registration.getStudent(), registration.getSection());
        em.refresh(registration);
        if (!registration.hasEnded()) {
            expireAll(List.of(registration));
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
        var student = people.getByUsername(username);
        caller.requireMayActFor(student);
        var section = catalog.getSection(id);
        locks.studentAndSections(student, section);
        var registrations = em.createNamedQuery(StudentRegistration.ACTIVE_OF_STUDENT, StudentRegistration.class)
                .setParameter("student", student)
                .setParameter("section", section)
                .getResultList();
        registrations.forEach(this::requireMayDrop);
        return expireAll(registrations);
    }

    /**
     * Ends all registrations in a section, of whichever type. One that starts while this runs counts as later, and stays.
     *
     * @return those that ended now
     * @throws NotFound if there is no such section
     */
    @RolesAllowed(ADMIN_ROLE)
    public List<StudentRegistration> expireSection(SectionId id) {
        var section = catalog.getSection(id);
        var students = activeIn(section).stream().map(StudentRegistration::getStudent).toList();
        locks.students(students);
        locks.sections(List.of(section));
        return expireAll(activeIn(section).stream().filter(active -> students.contains(active.getStudent())).toList());
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
        admission.requireMovable(old, target);

        locks.studentAndSections(old.getStudent(), old.getSection(), target);
        em.refresh(old);
        admission.requireMovable(old, target);
        var at = clock.instant();
        var operation = journal.begin("move", at);
        old.expire(at, operation);
        var moved = new StudentRegistration(old.getStudent(), target, old.getType(), old.getEndDate(), operation);
        em.persist(moved);
        return moved;
    }

    /**
     * Whether a student could enroll in a section now.
     *
     * @return every reason against it; empty when the student could
     * @throws NotFound if there is no such section or person
     */
    public List<Reason> eligibility(SectionId id, String username) {
        var student = people.getByUsername(username);
        caller.requireMayRead(student);
        var section = catalog.getSection(id);
        return admission.objections(student, section);
    }

    /** @throws NotFound if there is no such registration, or it is not the caller's to see */
    public StudentRegistration get(long id) {
        var registration = em.find(StudentRegistration.class, id);
        if (registration == null || !caller.mayRead(registration.getStudent())) {
            throw new NotFound("registration", id);
        }
        return registration;
    }

    private StudentRegistration getToActOn(long id) {
        var registration = get(id);
        if (!caller.mayActFor(registration.getStudent())) {
            throw new Forbidden("Registration " + id + " is not yours to change.");
        }
        return registration;
    }

    private void requireMayRegister(Person student, String typeName) {
        var takesAttendance = RegistrationType.ATTENDED.equals(typeName);
        if (takesAttendance && !caller.is(Role.TEACHER) && !caller.is(Role.ADMIN)) {
            throw new Forbidden("Attendance is taken by staff.");
        }
        if (!takesAttendance) {
            caller.requireMayActFor(student);
        }
    }

    /** Staff may always end what a student has. */
    private void requireMayDrop(StudentRegistration registration) {
        if (!caller.is(Role.ADMIN)) {
            admission.requireDroppable(registration);
        }
    }

    private List<StudentRegistration> activeIn(ClassSection section) {
        return em.createNamedQuery(StudentRegistration.ACTIVE_IN_SECTION, StudentRegistration.class)
                .setParameter("section", section)
                .getResultList();
    }

    private List<StudentRegistration> expireAll(List<StudentRegistration> registrations) {
        if (!registrations.isEmpty()) {
            Instant at = clock.instant();
            var operation = journal.begin("expire", at);
            registrations.forEach(registration -> registration.expire(at, operation));
        }
        return registrations;
    }
}
