package org.classreg.registration;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.classreg.catalog.ClassSection;
import org.classreg.errors.Reason;
import org.classreg.people.Person;
import org.classreg.transactions.Chunks;

/** The overrides of some students that are valid at one instant. */
public final class Overrides {

    private final Map<Person, List<StudentOverride>> valid;

    private Overrides(Map<Person, List<StudentOverride>> valid) {
        this.valid = valid;
    }

    /** Reads them. */
    public static Overrides of(EntityManager em, Collection<Person> students, Instant at) {
        var valid = new HashMap<Person, List<StudentOverride>>();
        for (var chunk : Chunks.of(students)) {
            em.createNamedQuery(StudentOverride.VALID_FOR_STUDENTS, StudentOverride.class)
                    .setParameter("students", chunk)
                    .setParameter("at", at)
                    .getResultStream()
                    .forEach(override -> valid.computeIfAbsent(override.getStudent(), first -> new ArrayList<>()).add(override));
        }
        return new Overrides(valid);
    }

    /** The objections that no override lifts. */
    public List<Reason> without(List<Reason> objections, Person student, ClassSection section) {
        return objections.isEmpty() ? objections : objections.stream().filter(objection -> !lift(objection.code(), student, section)).toList();
    }

    /** Whether the student has an override of a rule for the section. */
    public boolean lift(String rule, Person student, ClassSection section) {
        return valid.getOrDefault(student, List.of()).stream().anyMatch(override -> override.lifts(rule, student, section));
    }
}
