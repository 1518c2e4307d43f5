package org.classreg.operations;

import static org.classreg.people.Role.ADMIN_ROLE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.classreg.errors.NotFound;

/** The journal, to look at. */
@Stateless
@RolesAllowed(ADMIN_ROLE)
public class Operations {

    @Inject
    EntityManager em;

    /**
     * The operations, the latest first.
     *
     * @param first how many to skip, from 0
     * @param limit how many at most, from 1
     */
    public List<JournalEntry> latest(int first, int limit) {
        return entries(em.createNamedQuery(Operation.LATEST, Operation.class).setFirstResult(first).setMaxResults(limit).getResultList());
    }

    /** @throws NotFound if there is no such operation */
    public JournalEntry get(long id) {
        var operation = em.find(Operation.class, id);
        if (operation == null) {
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
