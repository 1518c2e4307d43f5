package org.classreg.exchange;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.classreg.catalog.ClassSection;
import org.classreg.operations.Journal;
import org.classreg.operations.Operation;
import org.classreg.people.Person;
import org.classreg.registration.RegistrationType;
import org.classreg.registration.Seating;
import org.classreg.registration.StudentRegistration;

/** What an import adds, begins and ends. All registrations that it begins or ends carry one operation. */
final class Changes {

    private final Journal journal;
    private final String kind;
    private final Instant at;
    private final List<Object> added = new ArrayList<>();
    private final List<StudentRegistration> begun = new ArrayList<>();
    private Operation operation;

    /**
     * @param kind of the operation
     * @param at the instant of the import
     */
    Changes(Journal journal, String kind, Instant at) {
        this.journal = journal;
        this.kind = kind;
        this.at = at;
    }

    Instant at() {
        return at;
    }

    <T> T add(T entity) {
        added.add(entity);
        return entity;
    }

    /** @param from null for since always */
    StudentRegistration begin(Person student, ClassSection section, RegistrationType type, Instant from) {
        var registration = new StudentRegistration(student, section, type, from, operation());
        begun.add(registration);
        return registration;
    }

    void end(StudentRegistration registration, Instant when) {
        registration.expire(when, operation());
    }

    /** The seats that an import takes over were given out elsewhere, under whatever caps. */
    private Operation operation() {
        if (operation == null) {
            operation = journal.begin(kind, at);
            operation.passCap();
        }
        return operation;
    }

    /** Writes everything; what ended goes out before what begins, which may take its place. */
    void write(EntityManager em, Progress progress) {
        progress.begin("Writing", added.size() + begun.size());
        added.forEach(entity -> persist(em, entity, progress));
        em.flush();
        begun.forEach(registration -> persist(em, registration, progress));
        em.flush();
    }

    /** Gives the seats that are free now to who waits for them. */
    void fill(Collection<ClassSection> sections, Seating seating) {
        if (!sections.isEmpty()) {
            var filling = operation();
            seating.fill(sections, at, filling);
            journal.close(filling);
        }
    }

    private static void persist(EntityManager em, Object entity, Progress progress) {
        em.persist(entity);
        progress.step();
    }
}
