package org.classreg.registration;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
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

    /** Writes registrations that have just begun by one operation, which must be written already, and gives them their keys. */
    public void write(List<StudentRegistration> begun) {
        for (var from = 0; from < begun.size(); from += CHUNK) {
            writeChunk(begun.subList(from, Math.min(begun.size(), from + CHUNK)));
        }
    }

    private void writeChunk(List<StudentRegistration> chunk) {
        var session = em.unwrap(UnitOfWork.class);
        var rows = chunk.stream().map(row -> row.asValues(session.getNextSequenceNumberValue(StudentRegistration.class).longValue()))
                .collect(Collectors.joining(", "));
        em.createNativeQuery("insert into student_registration (" + StudentRegistration.COLUMNS + ") values " + rows)
                .setFlushMode(FlushModeType.COMMIT)
                .executeUpdate();
    }
}
