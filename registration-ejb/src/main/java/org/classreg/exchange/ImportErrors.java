package org.classreg.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with an import, so that all of it is told at once. */
final class ImportErrors {

    /** Of more errors than this, only the first are carried; all are counted. */
    static final int MOST_CARRIED = 1_000;

    private static final Comparator<ImportError> BY_PLACE = Comparator.comparing(ImportError::file).thenComparingLong(ImportError::line);

    private final List<ImportError> errors = new ArrayList<>();
    private long count;
    private boolean unreadable;

    void add(ImportError error) {
        count++;
        if (errors.size() < MOST_CARRIED) {
            errors.add(error);
        }
    }

    /** Adds an error that keeps a file from being read: what refers to it cannot be judged any more. */
    void addUnreadable(ImportError error) {
        unreadable = true;
        add(error);
    }

    /** @throws ImportRefused with all errors so far, if a file could not be read */
    void refuseUnreadable() {
        if (unreadable) {
            refuse();
        }
    }

    /** @throws ImportRefused with all errors, if there are any */
    void refuse() {
        if (count > 0) {
            throw new ImportRefused(errors.stream().sorted(BY_PLACE).toList(), count);
        }
    }
}
