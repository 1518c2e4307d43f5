package org.classreg.registration;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.classreg.catalog.ClassSection;
import org.classreg.errors.Reason;
import org.classreg.people.Person;

/** The overrides of some students that are valid at one instant. */
public final class Overrides {

    private final List<StudentOverride> valid;

    private Overrides(List<StudentOverride> valid) {
        this.valid = valid;
    }

    /** Reads them; at most some thousand students at a time. */
    public static Overrides of(EntityManager em, Collection<Person> students, Instant at) {
        return new Overrides(students.isEmpty() ? List.of()
                : em.createNamedQuery(StudentOverride.VALID_FOR_STUDENTS, StudentOverride.class)
                        .setParameter("students", students)
                        .setParameter("at", at)
                        .getResultList());
    }

    /** The objections that no override lifts. */
    public List<Reason> without(List<Reason> objections, Person student, ClassSection section) {
        return objections.stream().filter(objection -> !lift(objection.code(), student, section)).toList();
    }

    /** Whether the student has an override of a rule for the section. */
    public boolean lift(String rule, Person student, ClassSection section) {
        return valid.stream().anyMatch(override -> override.lifts(rule, student, section));
    }
}
