package org.classreg.operations;

import static org.classreg.people.Role.ADMIN_ROLE;
import static org.classreg.people.Role.STAFF_ROLE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.NotFound;
import org.classreg.lists.Conditions;
import org.classreg.lists.Listing;
import org.classreg.lists.Slice;
import org.classreg.people.Role;
import org.classreg.security.Caller;

/** The journal, to look at: all of it for administrators, that of their programs for staff. */
@Stateless
@RolesAllowed({ADMIN_ROLE, STAFF_ROLE})
public class Operations {

    /** The orders in which operations can be asked for. */
    public static final Listing<JournalEntry> LISTING = Operation.LISTING.of(JournalEntry::operation);

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

    /**
     * Which operations are looked for. What is null does not matter.
     *
     * @param student for whom it was done, by username
     * @param program that it is about, by code
     * @param from the first instant
     * @param to the first instant after
     */
    public record Filter(String kind, String caller, String student, String program, Instant from, Instant to) {
    }

    /**
     * A part of the operations that are looked for, the latest first unless another order is asked for.
     *
     * @throws InvalidInput if they are to be ordered by something else than the fields of {@link #LISTING}
     */
    public List<JournalEntry> find(Filter filter, Slice slice) {
        var query = new Conditions(Operation.SELECT)
                .andIf("o.kind = :kind", "kind", filter.kind())
                .andIf("o.caller = :caller", "caller", filter.caller())
                .andIf("o.onBehalfOf = :student or o.onBehalfOf is null and o.caller = :student", "student", filter.student())
                .andIf("o.program.code = :program", "program", filter.program())
                .andIf("o.performedAt >= :from", "from", filter.from())
                .andIf("o.performedAt < :to", "to", filter.to());
        if (!caller.is(Role.ADMIN)) {
            var programs = caller.programs(Role.STAFF);
            if (programs.isEmpty()) {
                return List.of();
            }
            query.and("o.program in :programs").with("programs", programs);
        }
        return entries(Operation.LISTING.query(em, Operation.class, query, slice).getResultList());
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
