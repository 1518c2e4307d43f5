package org.classreg.registration;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.WindowKind;
import org.classreg.errors.Reason;
import org.classreg.errors.Refused;
import org.classreg.people.Person;
import org.classreg.rules.Addition;
import org.classreg.rules.Rules;
import org.classreg.rules.WithinWindow;

/** Asks the rules about a student, with what the student has at this moment. */
@Dependent
public class Admission {

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    /** What speaks against the student taking a seat now. */
    List<Reason> objections(Person student, ClassSection section) {
        return Rules.ENROLLMENT.objections(addition(student, section, Optional.empty()));
    }

    /** @throws Refused with every reason against a new registration that is not overridden */
    void requireNew(Person student, ClassSection section, RegistrationType type, Optional<RuleOverride> override) {
        requireFree(student, section, type);
        requireNone(type.rules().objections(addition(student, section, Optional.empty())), override);
    }

    /** @throws Refused with every reason against moving a registration */
    void requireMovable(StudentRegistration old, ClassSection target) {
        var type = old.getType();
        if (old.hasEnded()) {
            throw new Refused("REGISTRATION_ENDED", "%s has ended.".formatted(old));
        }
        requireFree(old.getStudent(), target, type);
        var staysInPlace = old.getSection().equals(target);
        var rules = type.takesSeat() ? Rules.MOVE : type.rules();
        rules.require(addition(old.getStudent(), target, staysInPlace ? Optional.empty() : Optional.of(old.getSection())));
    }

    /** @throws Refused with OUTSIDE_WINDOW unless the program lets students drop now */
    void requireDroppable(StudentRegistration registration) {
        if (registration.getType().takesSeat() && !registration.hasEnded()) {
            var objection = new WithinWindow(WindowKind.DROP).objection(registration.getSection().getProgram(), clock.instant());
            requireNone(objection.stream().toList(), Optional.empty());
        }
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

    private Addition addition(Person student, ClassSection section, Optional<ClassSection> givenUp) {
        var now = clock.instant();
        var schedule = em.createNamedQuery(StudentRegistration.SECTIONS_OF_STUDENT, ClassSection.class)
                .setParameter("student", student)
                .setParameter("program", section.getProgram())
                .setParameter("at", now)
                .getResultStream()
                .filter(taken -> givenUp.filter(taken::equals).isEmpty())
                .toList();
        return new Addition(student, section, schedule, now);
    }
}
