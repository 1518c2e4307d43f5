package org.classreg.api.operations;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.classreg.api.Instants;
import org.classreg.catalog.Program;
import org.classreg.operations.JournalEntry;
import org.classreg.operations.Operation;

/**
 * An entry of the journal as the API tells it; about says what it changed besides registrations, undoes and undoneBy are ids of operations,
 * null if there is none; so is onBehalfOf if the caller acted for nobody else, and program if it is about none or several.
 */
@JsonbPropertyOrder({"id", "kind", "caller", "onBehalfOf", "program", "reason", "performedAt", "changes", "about", "undoes", "undoneBy"})
public record OperationJson(long id, String kind, String caller, String onBehalfOf, String program, String reason, OffsetDateTime performedAt,
        int changes, String about, Long undoes, Long undoneBy) {

    static OperationJson of(JournalEntry entry) {
        var operation = entry.operation();
        return new OperationJson(operation.getId(), operation.getKind(), operation.getCaller(), operation.getOnBehalfOf(),
                operation.program().map(Program::getCode).orElse(null), operation.getReason(),
                Instants.write(operation.getPerformedAt(), ZoneOffset.UTC), operation.getChanges(), operation.getAbout(),
                operation.undoes().map(Operation::getId).orElse(null), entry.undoneBy() == null ? null : entry.undoneBy().getId());
    }
}
