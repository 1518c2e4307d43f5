package org.classreg.exchange;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.Program;
import org.classreg.operations.Journal;
import org.classreg.operations.Operation;
import org.classreg.people.Person;
import org.classreg.registration.RegistrationRows;
import org.classreg.registration.RegistrationType;
import org.classreg.registration.Seating;
import org.classreg.registration.StudentRegistration;
import org.classreg.transactions.Chunks;

/** What an import adds, begins and ends. All registrations that it begins or ends carry one operation. */
final class Changes {

    private final Journal journal;
    private final String kind;
    private final String by;
    private final Instant at;
    private final List<Object> added = new ArrayList<>();
    private final List<StudentRegistration> begun = new ArrayList<>();
    private final Set<Program> programs = new HashSet<>();
    private Operation operation;

    /**
     * @param kind of the operation
     * @param by the username of who imports
     * @param at the instant of the import
     */
    Changes(Journal journal, String kind, String by, Instant at) {
        this.journal = journal;
        this.kind = kind;
        this.by = by;
        this.at = at;
    }

    /** The username of who imports. */
    String by() {
        return by;
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
        programs.add(section.getProgram());
        return registration;
    }

    void end(StudentRegistration registration, Instant when) {
        registration.expire(when, operation());
        programs.add(registration.getSection().getProgram());
    }

    /** The seats that an import takes over were given out elsewhere, under whatever caps and limits. */
    private Operation operation() {
        if (operation == null) {
            operation = journal.begin(kind, at);
            operation.passCap();
            operation.passLimits();
        }
        return operation;
    }

    /** Writes everything; what ended goes out before what begins, which may take its place. */
    void write(EntityManager em, RegistrationRows rows, Progress progress) {
        progress.begin("Writing", added.size() + begun.size());
        nameProgram();
        added.forEach(entity -> persist(em, entity, progress));
        em.flush();
        begun.stream().filter(StudentRegistration::hasEnded).forEach(past -> persist(em, past, progress));
        em.flush();
        var active = begun.stream().filter(registration -> !registration.hasEnded()).toList();
        for (var chunk : Chunks.of(active)) {
            rows.write(chunk);
            chunk.forEach(registration -> progress.step());
        }
    }

    /** Gives the seats that are free now to who waits for them. */
    void fill(Collection<ClassSection> sections, Seating seating) {
        if (!sections.isEmpty()) {
            var filling = operation();
            sections.forEach(section -> programs.add(section.getProgram()));
            nameProgram();
            seating.fill(sections, at, filling);
            journal.close(filling);
        }
    }

    private void nameProgram() {
        if (operation != null) {
            operation.in(programs.size() == 1 ? programs.iterator().next() : null);
        }
    }

    private static void persist(EntityManager em, Object entity, Progress progress) {
        em.persist(entity);
        progress.step();
    }
}
