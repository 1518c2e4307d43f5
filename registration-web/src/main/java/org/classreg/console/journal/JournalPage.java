package org.classreg.console.journal;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.classreg.operations.JournalEntry;
import org.classreg.operations.Operations;
import org.classreg.registration.OperationContents;

/** What was done, by whom, when and why: a page of it, the latest first. */
@Named
@ViewScoped
public class JournalPage implements Serializable {

    private static final int ROWS = 50;

    @Inject
    Operations operations;

    @Inject
    OperationContents contents;

    private int page = 1;
    private boolean more;
    private List<OperationRow> rows;

    /** Reads the page again: one row more than it shows, to see whether there are older ones. */
    public void load() {
        var found = operations.latest((page - 1) * ROWS, ROWS + 1);
        more = found.size() > ROWS;
        var details = contents.of(found.stream().map(JournalEntry::operation).toList());
        rows = found.stream().limit(ROWS)
                .map(entry -> OperationRow.of(entry, details.getOrDefault(entry.operation().getId(), List.of())))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Whether there is a page of older operations. */
    public boolean isMore() {
        return more;
    }

    public List<OperationRow> getRows() {
        return rows;
    }

    /** From 1, which has the latest. */
    public int getNumber() {
        return page;
    }

    public String getPage() {
        return Integer.toString(page);
    }

    /** What is no number of a page counts as not given. */
    public void setPage(String wanted) {
        page = wanted != null && wanted.matches("[1-9]\\d{0,6}") ? Integer.parseInt(wanted) : 1;
    }
}
