package org.classreg.registration;

import static org.classreg.people.Role.ADMIN_ROLE;
import static org.classreg.people.Role.STAFF_ROLE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.Program;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.NotFound;
import org.classreg.operations.Journal;
import org.classreg.security.Caller;
import org.classreg.transactions.Retried;

/**
 * Takes the seats of those back who do not come: enrolled, but by an instant neither checked in at the program nor marked as attending
 * any section of it. Source: ESP-Website, {@code unenroll_missing_students}.
 */
@Stateless
@Retried
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed({ADMIN_ROLE, STAFF_ROLE})
public class Missing {

    private static final int LONGEST_REASON = 300;

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Caller caller;

    @Inject
    Catalog catalog;

    @Inject
    Seating seating;

    @Inject
    Journal journal;

    /**
     * Whose seats {@link #unenroll} would end now.
     *
     * @param by until when they should have come
     * @throws NotFound if there is no such program
     */
    public List<StudentRegistration> preview(String programCode, Instant by) {
        var program = catalog.getProgram(programCode);
        caller.requireStaff(program);
        return missing(program, by);
    }

    /**
     * Ends these enrollments in one operation. Their seats go to who waits.
     *
     * @param by until when they should have come
     * @param reason for the journal, at most 300 characters; may be null
     * @return what ended
     * @throws NotFound if there is no such program
     */
    public List<StudentRegistration> unenroll(String programCode, Instant by, String reason) {
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw new InvalidInput("reason", "A reason has at most " + LONGEST_REASON + " characters.");
        }
        var program = catalog.getProgram(programCode);
        caller.requireStaff(program);
        var seen = missing(program, by);
        var students = seen.stream().map(StudentRegistration::getStudent).distinct().toList();
        var freed = seating.lock(students, seen.stream().map(StudentRegistration::getSection).distinct().toList());
        var missing = missing(program, by).stream().filter(seen::contains).toList();
        var at = clock.instant();
        var operation = journal.begin("unenrollMissing", at, reason).in(program);
        missing.forEach(seat -> seat.expire(at, operation));
        seating.fill(freed, at, operation);
        journal.close(operation);
        return missing;
    }

    private List<StudentRegistration> missing(Program program, Instant by) {
        return em.createNamedQuery(StudentRegistration.MISSING, StudentRegistration.class)
                .setParameter("program", program)
                .setParameter("by", by)
                .getResultList();
    }
}
