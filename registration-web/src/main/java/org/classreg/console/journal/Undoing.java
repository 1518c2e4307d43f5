package org.classreg.console.journal;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.classreg.console.Messages;
import org.classreg.errors.Reason;
import org.classreg.errors.Refused;
import org.classreg.operations.Operations;
import org.classreg.registration.OperationContents;
import org.classreg.registration.Reversals;
import org.primefaces.PrimeFaces;

/** Undoes an operation of the journal, after having shown what that does. */
@Named
@ViewScoped
public class Undoing implements Serializable {

    @Inject
    Reversals reversals;

    @Inject
    Operations operations;

    @Inject
    OperationContents contents;

    @Inject
    JournalPage page;

    private String wanted;
    private OperationRow row;
    private Outlook outlook;
    private List<String> objections = List.of();

    /** Begins with the operation that the address names, if it names one. */
    public void beginWanted() {
        if (wanted == null || !wanted.matches("\\d{1,18}")) {
            return;
        }
        try {
            var entry = operations.get(Long.parseLong(wanted));
            var details = contents.of(List.of(entry.operation()));
            begin(OperationRow.of(entry, details.getOrDefault(entry.operation().getId(), List.of())));
        } catch (Refused e) {
            Messages.error(e.getMessage());
        }
    }

    /** Shows what undoing an operation would do now; whatever is against it, the journal is read again. */
    public void begin(OperationRow chosen) {
        row = chosen;
        objections = List.of();
        page.load();
        outlook = Outlook.of(reversals.preview(row.id()));
        PrimeFaces.current().ajax().addCallbackParam("begun", true);
    }

    /** Undoes it, or says what is against it. */
    public void undo() {
        try {
            Messages.success(Outlook.of(reversals.undo(row.id())).sentence(row.id()));
            PrimeFaces.current().ajax().addCallbackParam("undone", true);
        } catch (Refused e) {
            objections = e.reasons().stream().map(Reason::message).toList();
        }
        page.load();
    }

    public String getWanted() {
        return wanted;
    }

    public void setWanted(String wanted) {
        this.wanted = wanted;
    }

    public OperationRow getRow() {
        return row;
    }

    public Outlook getOutlook() {
        return outlook;
    }

    /** Why it was not undone; empty when nothing is against it. */
    public List<String> getObjections() {
        return objections;
    }
}
