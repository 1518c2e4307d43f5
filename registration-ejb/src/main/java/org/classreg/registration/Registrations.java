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
import org.classreg.catalog.SectionId;
import org.classreg.errors.Forbidden;
import org.classreg.errors.NotFound;
import org.classreg.errors.Reason;
import org.classreg.errors.Refused;
import org.classreg.operations.Journal;
import org.classreg.people.People;
import org.classreg.people.Person;
import org.classreg.people.Role;
import org.classreg.rules.Addition;
import org.classreg.rules.Rules;
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
        var type = types.getByName(typeName);
        var section = catalog.getSection(id);
        requireAllowed(student, section, type, Optional.empty());

        locks.students(List.of(student));
        if (type.takesSeat()) {
            locks.sections(List.of(section));
        }
        requireAllowed(student, section, type, Optional.empty());
        var at = clock.instant();
        var registration = new StudentRegistration(student, section, type, at, journal.begin("register", at));
        em.persist(registration);
        return registration;
    }

    /**
     * Ends a registration. If it has ended already, nothing changes.
     *
     * @throws NotFound if there is no such registration, or it is not the caller's to end
     */
    public StudentRegistration expire(long id) {
        var registration = getToActOn(id);
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
     */
    public List<StudentRegistration> expireStudent(SectionId id, String username) {
        var student = people.getByUsername(username);
        caller.requireMayActFor(student);
        var section = catalog.getSection(id);
        locks.studentAndSections(student, section);
        return expireAll(em.createNamedQuery(StudentRegistration.ACTIVE_OF_STUDENT, StudentRegistration.class)
                .setParameter("student", student)
                .setParameter("section", section)
                .getResultList());
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
        requireMovable(old, target);

        locks.studentAndSections(old.getStudent(), old.getSection(), target);
        em.refresh(old);
        requireMovable(old, target);
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
        return Rules.SEAT.objections(new Addition(student, section, schedule(student, section, Optional.empty())));
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

    private void requireMovable(StudentRegistration old, ClassSection target) {
        if (old.hasEnded()) {
            throw new Refused("REGISTRATION_ENDED", "%s has ended.".formatted(old));
        }
        requireAllowed(old.getStudent(), target, old.getType(), Optional.of(old.getSection()));
    }

    private void requireAllowed(Person student, ClassSection section, RegistrationType type, Optional<ClassSection> givenUp) {
        if (!type.takesSeat() && isRegistered(student, section, type)) {
            throw new Refused("ALREADY_REGISTERED",
                    "%s is already %s in %s.".formatted(student.name(), type.getName(), section.getCode()));
        }
        var staysInPlace = givenUp.filter(section::equals).isPresent();
        type.rules().require(new Addition(student, section, schedule(student, section, staysInPlace ? Optional.empty() : givenUp)));
    }

    private boolean isRegistered(Person student, ClassSection section, RegistrationType type) {
        return em.createNamedQuery(StudentRegistration.ACTIVE_OF_STUDENT, StudentRegistration.class)
                .setParameter("student", student)
                .setParameter("section", section)
                .getResultStream().anyMatch(active -> active.getType().equals(type));
    }

    private List<ClassSection> schedule(Person student, ClassSection section, Optional<ClassSection> givenUp) {
        return em.createNamedQuery(StudentRegistration.VALID_FOR_STUDENT, StudentRegistration.class)
                .setParameter("student", student)
                .setParameter("program", section.getProgram())
                .setParameter("at", clock.instant())
                .getResultStream()
                .filter(valid -> valid.getType().takesSeat())
                .map(StudentRegistration::getSection)
                .filter(taken -> givenUp.filter(taken::equals).isEmpty())
                .toList();
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
