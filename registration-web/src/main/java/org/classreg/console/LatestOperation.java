package org.classreg.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.classreg.operations.JournalEntry;
import org.classreg.operations.Operation;
import org.classreg.operations.Operations;
import org.classreg.people.Role;
import org.classreg.security.Caller;

/** What the caller did last, for a link that undoes it where no row names its operation. */
@ApplicationScoped
public class LatestOperation {

    private static final int RECENT = 20;

    @Inject
    Operations operations;

    @Inject
    Caller caller;

    /** The caller's latest operation of a kind since an instant; empty if it changed nothing, and so left no entry, or the caller
     * has no journal. */
    public Optional<Operation> of(String kind, Instant since) {
        if (!caller.is(Role.ADMIN) && !caller.is(Role.STAFF)) {
            return Optional.empty();
        }
        return operations.latest(0, RECENT).stream().map(JournalEntry::operation)
                .filter(operation -> operation.getKind().equals(kind) && operation.getCaller().equals(caller.name()))
                .filter(operation -> !operation.getPerformedAt().isBefore(since))
                .findFirst();
    }
}
