package org.classreg.registration;

import static org.classreg.people.Role.ADMIN_ROLE;
import static org.classreg.people.Role.SIGNED_IN;
import static org.classreg.people.Role.STAFF_ROLE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.Locks;
import org.classreg.catalog.SectionId;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.InvalidInput.Fault;
import org.classreg.errors.NotFound;
import org.classreg.operations.Journal;
import org.classreg.people.People;
import org.classreg.security.Caller;
import org.classreg.transactions.Retried;

/** Lets single students past the rules on grades, full sections, full programs and priorities, for some time. */
@Stateless
@Retried
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed({ADMIN_ROLE, STAFF_ROLE})
public class StudentOverrides {

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
    People people;

    @Inject
    Locks locks;

    @Inject
    Journal journal;

    /**
     * What is granted.
     *
     * @param subject the code of the only class; null for all
     * @param section the code of the only section; null for all
     * @param from the first instant; null for now
     * @param until the first instant after, in the future; null for without end
     * @param reason from 1 to 300 characters
     */
    public record Grant(OverrideKind kind, String subject, String section, Instant from, Instant until, String reason) {
    }

    /**
     * All overrides that a student ever had in a program, the newest first.
     *
     * @throws NotFound if there is no such program or person
     */
    @RolesAllowed(SIGNED_IN)
    public List<StudentOverride> of(String programCode, String username) {
        var program = catalog.getProgram(programCode);
        var student = people.getByUsername(username);
        caller.requireMayActFor(student, program);
        return em.createNamedQuery(StudentOverride.OF_STUDENT, StudentOverride.class)
                .setParameter("student", student)
                .setParameter("program", program)
                .getResultList();
    }

    /**
     * @throws NotFound if there is no such program, class, section or person
     * @throws InvalidInput with every field at fault
     */
    public StudentOverride grant(String programCode, String username, Grant grant) {
        requireValid(grant, clock.instant());
        var program = catalog.getProgram(programCode);
        caller.requireStaff(program);
        var student = people.getByUsername(username);
        var subject = grant.subject() == null ? null : catalog.getSubject(programCode, grant.subject());
        var section = grant.section() == null ? null : catalog.getSection(new SectionId(programCode, grant.section()));
        locks.students(List.of(student));
        var at = clock.instant();
        var operation = journal.begin("override", at, grant.reason().strip()).in(program).onBehalfOf(student);
        var override = new StudentOverride(student, program, subject, section, grant.kind(), grant.reason().strip(),
                grant.from() == null ? at : grant.from(), grant.until(), operation);
        em.persist(override);
        return override;
    }

    /** @throws NotFound if there is no such override, or it is not the caller's to see */
    @RolesAllowed(SIGNED_IN)
    public StudentOverride get(long id) {
        var override = em.find(StudentOverride.class, id);
        if (override == null || !caller.mayActFor(override.getStudent(), override.getProgram())) {
            throw new NotFound("override", id);
        }
        return override;
    }

    /**
     * Ends an override now; one that has ended stays as it is.
     *
     * @throws NotFound if there is no such override, or not of a program of the caller
     */
    public StudentOverride revoke(long id) {
        var override = em.find(StudentOverride.class, id);
        if (override == null || !caller.isStaff(override.getProgram())) {
            throw new NotFound("override", id);
        }
        locks.students(List.of(override.getStudent()));
        em.refresh(override);
        var at = clock.instant();
        if (override.getEndDate() == null || override.getEndDate().isAfter(at)) {
            override.cutShort(at, journal.begin("revokeOverride", at)
                    .in(override.getProgram()).onBehalfOf(override.getStudent()));
        }
        return override;
    }

    private static void requireValid(Grant grant, Instant now) {
        var faults = new ArrayList<Fault>();
        if (grant.kind() == null) {
            faults.add(new Fault("kind", "An override is for GRADE, FULL, PROGRAM or PRIORITIES."));
        }
        if (grant.reason() == null || grant.reason().isBlank() || grant.reason().length() > LONGEST_REASON) {
            faults.add(new Fault("reason", "A reason of at most " + LONGEST_REASON + " characters is needed."));
        }
        if (grant.from() != null && grant.until() != null && !grant.until().isAfter(grant.from())) {
            faults.add(new Fault("until", "An override ends after it begins."));
        } else if (grant.until() != null && !grant.until().isAfter(now)) {
            faults.add(new Fault("until", "An override ends in the future."));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }
}
