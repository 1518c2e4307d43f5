package org.classreg.registration;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.persistence.sessions.UnitOfWork;

/**
 * Writes many new registrations past the entity manager, which then need not compare each of them at every flush. What is written is not managed:
 * whoever needs it in the same transaction reads it again.
 */
@Dependent
public class RegistrationRows {

    private static final int CHUNK = 1_000;

    @Inject
    EntityManager em;

    private final List<StudentRegistration> begun = new ArrayList<>();

    /** Takes one that is to be written; its operation must be written already, the others of its parts too. */
    public void add(StudentRegistration registration) {
        begun.add(registration);
        if (begun.size() == CHUNK) {
            write();
        }
    }

    /** Writes what has been added and is not yet written. */
    public void write() {
        if (!begun.isEmpty()) {
            var session = em.unwrap(UnitOfWork.class);
            var rows = begun.stream().map(row -> row.asValues(session.getNextSequenceNumberValue(StudentRegistration.class).longValue()))
                    .collect(Collectors.joining(", "));
            var insert = em.createNativeQuery("insert into student_registration (" + StudentRegistration.COLUMNS + ") values " + rows)
                    .setFlushMode(FlushModeType.COMMIT);
            insert.setParameter(1, begun.get(0).getStartDate().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
            begun.clear();
        }
    }
}
