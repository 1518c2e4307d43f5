package org.classreg.operations;

import static org.classreg.people.Role.ADMIN_ROLE;
import static org.classreg.people.Role.STAFF_ROLE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.classreg.errors.NotFound;
import org.classreg.people.Role;
import org.classreg.security.Caller;

/** The journal, to look at: all of it for administrators, that of their programs for staff. */
@Stateless
@RolesAllowed({ADMIN_ROLE, STAFF_ROLE})
public class Operations {

    @Inject
    EntityManager em;

    @Inject
    Caller caller;

    /**
     * The operations, the latest first.
     *
     * @param first how many to skip, from 0
     * @param limit how many at most, from 1
     */
    public List<JournalEntry> latest(int first, int limit) {
        if (caller.is(Role.ADMIN)) {
            return entries(page(em.createNamedQuery(Operation.LATEST, Operation.class), first, limit));
        }
        var programs = caller.programs(Role.STAFF);
        return programs.isEmpty() ? List.of() : entries(page(
                em.createNamedQuery(Operation.LATEST_OF_PROGRAMS, Operation.class).setParameter("programs", programs), first, limit));
    }

    private static List<Operation> page(TypedQuery<Operation> query, int first, int limit) {
        return query.setFirstResult(first).setMaxResults(limit).getResultList();
    }

    /** @throws NotFound if there is no such operation, or it is not the caller's to see */
    public JournalEntry get(long id) {
        var operation = em.find(Operation.class, id);
        if (operation == null || !caller.maySee(operation.program())) {
            throw new NotFound("operation", id);
        }
        return entries(List.of(operation)).get(0);
    }

    private List<JournalEntry> entries(List<Operation> operations) {
        Map<Operation, Operation> undoneBy = operations.isEmpty() ? Map.of()
                : em.createNamedQuery(Operation.UNDOING, Operation.class).setParameter("operations", operations).getResultStream()
                        .collect(Collectors.toMap(undo -> undo.undoes().orElseThrow(), Function.identity(), (one, other) -> other));
        return operations.stream().map(operation -> new JournalEntry(operation, undoneBy.get(operation))).toList();
    }
}
