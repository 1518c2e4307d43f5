package org.classreg.console.journal;

import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.classreg.console.LocalTimes;
import org.classreg.console.OperationWords;
import org.classreg.operations.JournalEntry;

/**
 * An operation in the journal.
 *
 * @param who the caller, and for which student if for one
 * @param what in words
 * @param about what it changed besides registrations; null when nothing
 * @param changes how many rows it began or ended
 * @param contents what it did, in words; empty if that was much
 * @param reason null when none was given
 * @param undoneBy the operation that undid it; null if none did
 */
public record OperationRow(long id, String kind, String when, String who, String what, String about, int changes, List<String> contents,
        String reason, Long undoneBy) implements Serializable {

    static OperationRow of(JournalEntry entry, List<String> contents) {
        var operation = entry.operation();
        return new OperationRow(operation.getId(), operation.getKind(), when(operation.getPerformedAt()), OperationWords.who(operation),
                OperationWords.what(operation), operation.getAbout(), operation.getChanges(), contents,
                operation.getReason(), entry.undoneBy() == null ? null : entry.undoneBy().getId());
    }

    /** An operation may touch several programs, so it is of no program's time zone: "Mon 23 Nov 2026 03:31 UTC". */
    static String when(Instant performedAt) {
        return LocalTimes.moment(performedAt, ZoneOffset.UTC) + " UTC";
    }

    public boolean undone() {
        return undoneBy != null;
    }

    /** Whether there is anything that an undo would revert. */
    public boolean undoable() {
        return !undone() && (changes > 0 || about == null);
    }

    /** Whether it may have changed classes and people, which no undo reverts. */
    public boolean rosterImport() {
        return "importOneRoster".equals(kind);
    }
}
