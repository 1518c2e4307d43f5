package org.classreg.registration;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.ProgramCap;
import org.classreg.catalog.WindowKind;
import org.classreg.errors.Reason;
import org.classreg.errors.Refused;
import org.classreg.people.Person;
import org.classreg.rules.Addition;
import org.classreg.rules.Rules;
import org.classreg.rules.WithinWindow;

/**
 * Asks the rules about a student, with what the student has. A change asks twice: before it locks, so that a crowd at a full section
 * waits for nothing, and behind the locks.
 */
@Dependent
public class Admission {

    /** Whether the change that asks holds its locks. */
    enum Phase {
        BEFORE_LOCKS, BEHIND_LOCKS
    }

    /** Fewer than any cap takes. */
    static final long NOBODY = -1;

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Headcount headcount;

    /** What spoke, or speaks, against the student taking a seat at an instant, as far as the past is kept: seats, schedules, overrides. */
    List<Reason> objections(Person student, ClassSection section, Instant at) {
        var addition = addition(student, section, List.of(), at, Phase.BEFORE_LOCKS).withSeatsTaken(seatsTaken(section, at));
        return Overrides.of(em, List.of(student), at).without(Rules.ENROLLMENT.objections(addition), student, section);
    }

    /** How many seats of a section were taken at an instant. */
    int seatsTaken(ClassSection section, Instant at) {
        return em.createNamedQuery(StudentRegistration.SEATS_TAKEN, Long.class)
                .setParameter("section", section)
                .setParameter("at", at)
                .getSingleResult().intValue();
    }

    /** @throws Refused with every reason against a new registration that is not overridden */
    void requireNew(Person student, ClassSection section, RegistrationType type, Optional<RuleOverride> override, Phase phase) {
        requireAddition(student, section, type, type.rules(), List.of(), override, phase);
    }

    /** The same, if the student gives up some sections for it. */
    void requireInstead(Person student, ClassSection section, RegistrationType type, Collection<ClassSection> givenUp, Phase phase) {
        requireAddition(student, section, type, Rules.MOVE, givenUp, Optional.empty(), phase);
    }

    /** @throws Refused with every reason against moving a registration */
    void requireMovable(StudentRegistration old, ClassSection target, Phase phase) {
        var type = old.getType();
        if (old.hasEnded()) {
            throw new Refused("REGISTRATION_ENDED", "%s has ended.".formatted(old));
        }
        if (type.isNamed(RegistrationType.OFFERED)) {
            throw new Refused("ONLY_OFFERED", "The seat in %s is only offered: accept it before it is moved.".formatted(old.getSection().getCode()));
        }
        List<ClassSection> givenUp = old.getSection().equals(target) ? List.of() : List.of(old.getSection());
        var rules = type.takesSeat() ? Rules.MOVE : type.rules();
        requireAddition(old.getStudent(), target, type, rules, givenUp, Optional.empty(), phase);
    }

    private void requireAddition(Person student, ClassSection section, RegistrationType type, Rules rules,
            Collection<ClassSection> givenUp, Optional<RuleOverride> override, Phase phase) {
        requireFree(student, section, type);
        var at = clock.instant();
        var addition = addition(student, section, givenUp, at, phase);
        if (type.rank() > 0) {
            addition = addition.ranked(type.rank(), ranked(student, section, givenUp, at));
        }
        var objections = rules.objections(addition);
        requireNone(objections.isEmpty() ? objections : Overrides.of(em, List.of(student), at).without(objections, student, section), override);
    }

    /** @throws Refused with OUTSIDE_WINDOW unless the program lets students drop now */
    void requireDroppable(StudentRegistration registration) {
        if (registration.getType().takesSeat() && !registration.hasEnded()) {
            var objection = new WithinWindow(WindowKind.DROP).objection(registration.getSection().getProgram(), clock.instant());
            requireNone(objection.stream().toList(), Optional.empty());
        }
    }

    /** The sections of the program of a section in which the student had seats at an instant. */
    List<ClassSection> schedule(Person student, ClassSection section, Instant at) {
        return schedule(student, section, at, Phase.BEFORE_LOCKS);
    }

    /** The same; behind the student's lock their times are read again, which others may have changed since they were read. */
    List<ClassSection> schedule(Person student, ClassSection section, Instant at, Phase phase) {
        return em.createNamedQuery(StudentRegistration.SECTIONS_OF_STUDENT, ClassSection.class)
                .setParameter("student", student)
                .setParameter("program", section.getProgram())
                .setParameter("at", at)
                .setHint("eclipselink.refresh", phase == Phase.BEHIND_LOCKS)
                .getResultList();
    }

    private static void requireNone(List<Reason> objections, Optional<RuleOverride> override) {
        var standing = objections.stream().filter(objection -> override.filter(by -> by.covers(objection.code())).isEmpty()).toList();
        if (!standing.isEmpty()) {
            throw new Refused(standing);
        }
    }

    private void requireFree(Person student, ClassSection section, RegistrationType type) {
        if (!type.takesSeat() && isRegistered(student, section, type)) {
            throw new Refused("ALREADY_REGISTERED",
                    "%s is already %s in %s.".formatted(student.name(), type.getName(), section.getCode()));
        }
    }

    private boolean isRegistered(Person student, ClassSection section, RegistrationType type) {
        return em.createNamedQuery(StudentRegistration.ACTIVE_OF_STUDENT, StudentRegistration.class)
                .setParameter("student", student)
                .setParameter("section", section)
                .getResultStream().anyMatch(active -> active.getType().equals(type));
    }

    private List<ClassSection> ranked(Person student, ClassSection section, Collection<ClassSection> givenUp, Instant at) {
        return em.createNamedQuery(StudentRegistration.VALID_FOR_STUDENT, StudentRegistration.class)
                .setParameter("student", student)
                .setParameter("program", section.getProgram())
                .setParameter("at", at)
                .getResultStream()
                .filter(wish -> wish.getType().rank() > 0)
                .map(StudentRegistration::getSection)
                .filter(other -> !other.equals(section) && !givenUp.contains(other))
                .distinct()
                .toList();
    }

    private Addition addition(Person student, ClassSection section, Collection<ClassSection> givenUp, Instant at, Phase phase) {
        var taken = schedule(student, section, at, phase);
        var participants = participants(!taken.isEmpty(), at, phase);
        var kept = taken.stream().filter(other -> !givenUp.contains(other)).toList();
        return new Addition(student, section, kept, at, participants);
    }

    /** Who is in the program is not held up by its caps, even with the only seat given up for another. */
    private ToLongFunction<ProgramCap> participants(boolean isIn, Instant at, Phase phase) {
        if (isIn) {
            return cap -> NOBODY;
        }
        return phase == Phase.BEHIND_LOCKS ? headcount.locked(at) : headcount.at(at);
    }
}
