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

/** The overrides of some students that are valid at one instant. */
public final class Overrides {

    private static final int CHUNK = 1_000;

    private final Map<Person, List<StudentOverride>> valid;

    private Overrides(Map<Person, List<StudentOverride>> valid) {
        this.valid = valid;
    }

    /** Reads them. */
    public static Overrides of(EntityManager em, Collection<Person> students, Instant at) {
        var valid = new HashMap<Person, List<StudentOverride>>();
        var all = List.copyOf(students);
        for (var from = 0; from < all.size(); from += CHUNK) {
            em.createNamedQuery(StudentOverride.VALID_FOR_STUDENTS, StudentOverride.class)
                    .setParameter("students", all.subList(from, Math.min(all.size(), from + CHUNK)))
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
