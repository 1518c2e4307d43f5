package org.classreg.operations;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.classreg.security.Caller;

/** Opens the journal's entries. Every change of registrations belongs to one. */
@Dependent
public class Journal {

    @Inject
    EntityManager em;

    @Inject
    Caller caller;

    /** Begins an operation of the current caller in the current transaction. */
    public Operation begin(String kind, Instant at) {
        return begin(kind, at, null);
    }

    /** @param reason why, at most 500 characters; may be null */
    public Operation begin(String kind, Instant at, String reason) {
        return begin(new Operation(kind, caller.name(), reason, at));
    }

    /** Begins an operation that the office itself performs, without a caller. */
    public Operation begin(Operation operation) {
        em.persist(operation);
        return operation;
    }

    /** Begins the undoing of an operation by the current caller in the current transaction. */
    public Operation beginUndo(Operation undone, Instant at) {
        var operation = undone.undoneBy(caller.name(), at);
        em.persist(operation);
        return operation;
    }

    /** Ends an operation: one that changed nothing, neither registrations nor what it is about, leaves no entry. */
    public void close(Operation operation) {
        if (operation.getChanges() == 0 && operation.getAbout() == null) {
            em.remove(operation);
        }
    }
}
