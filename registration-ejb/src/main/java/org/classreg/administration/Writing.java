package org.classreg.administration;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.classreg.catalog.Program;
import org.classreg.errors.Reason;
import org.classreg.errors.Refused;
import org.classreg.operations.Journal;
import org.classreg.operations.Operation;
import org.classreg.transactions.Busy;

/** Adds and deletes, and says so in the journal. */
@Dependent
public class Writing {

    private static final int MOST_NAMED = 5;

    /** SQL state of all databases, its class: a constraint of the schema is broken. */
    private static final String CONSTRAINT = "23";

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Journal journal;

    /** Begins the operation of the journal for a change, which stands there whatever it does to registrations. Call it behind the locks. */
    Operation note(String kind, String about) {
        return journal.begin(kind, clock.instant()).about(about);
    }

    /** The same for a change within a program. */
    Operation note(String kind, Program program, String about) {
        return note(kind, about).in(program);
    }

    /**
     * Adds something whose names have been found free.
     *
     * @throws Busy if somebody else has taken one meanwhile: tried again, it is found taken
     */
    void add(Object entity) {
        em.persist(entity);
        flush();
    }

    /** @throws Busy if somebody else has taken a name meanwhile */
    void flush() {
        try {
            em.flush();
        } catch (PersistenceException e) {
            throw isConstraint(e) ? new Busy(e) : e;
        }
    }

    /** @throws Refused with IN_USE for each kind of what refers to it */
    void requireUnused(String name, long key, List<Reference> references) {
        var reasons = references.stream().flatMap(reference -> reason(name, key, reference).stream()).toList();
        if (!reasons.isEmpty()) {
            throw new Refused(reasons);
        }
    }

    private Optional<Reason> reason(String name, long key, Reference reference) {
        List<?> rows = em.createNativeQuery(reference.sql()).setParameter(1, key).setMaxResults(MOST_NAMED + 1).getResultList();
        var found = rows.stream().map(String::valueOf).toList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var names = found.stream().limit(MOST_NAMED).map(String::strip).filter(Predicate.not(String::isEmpty)).collect(Collectors.joining(", "));
        var named = names.isEmpty() ? "." : ": " + names + (found.size() > MOST_NAMED ? " and more." : ".");
        return Optional.of(new Reason("IN_USE", name + " has " + reference.what() + named));
    }

    /**
     * Deletes something that has been found unused.
     *
     * @throws Refused with IN_USE if something has come to refer to it meanwhile
     */
    void delete(Object entity, String name) {
        em.remove(entity);
        try {
            em.flush();
        } catch (PersistenceException e) {
            throw isConstraint(e) ? new Refused("IN_USE", "Something else refers to " + name + ".") : e;
        }
    }

    /** Does away with what belongs to something that is to be deleted, before it; the key is ?1 in each statement. */
    void clear(long key, String... statements) {
        for (var statement : statements) {
            em.createNativeQuery(statement).setParameter(1, key).executeUpdate();
        }
    }

    private static boolean isConstraint(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException e && e.getSQLState() != null && e.getSQLState().startsWith(CONSTRAINT));
    }
}
