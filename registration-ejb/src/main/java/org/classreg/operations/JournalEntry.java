package org.classreg.operations;

/**
 * An operation, and what became of it.
 *
 * @param undoneBy the operation that undid it; null if none did
 */
public record JournalEntry(Operation operation, Operation undoneBy) {
}
