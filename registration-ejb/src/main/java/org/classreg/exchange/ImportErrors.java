package org.classreg.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with an import, so that all of it is told at once; that it has too many rows or values, as soon as this is seen. */
final class ImportErrors {

    /** Of more errors than this, only the first are carried; all are counted. */
    static final int MOST_CARRIED = 1_000;

    /** Of all files together. Rows and values are kept until all is checked: so many take some 300 MB at most. */
    static final int MOST_ROWS = 500_000;
    static final int MOST_VALUES = 4_000_000;

    private static final Comparator<ImportError> BY_PLACE = Comparator.comparing(ImportError::file).thenComparingLong(ImportError::line);

    private final List<ImportError> errors = new ArrayList<>();
    private long count;
    private int rows;
    private int values;
    private boolean unreadable;

    /** @throws ImportTooLarge if it is one row, or its values are, more than is taken */
    void countRow(String file, int valuesInIt) {
        rows++;
        values += valuesInIt;
        if (rows > MOST_ROWS) {
            throw new ImportTooLarge(file, "The lines are too many: at most %,d in all files are taken.".formatted(MOST_ROWS));
        }
        if (values > MOST_VALUES) {
            throw new ImportTooLarge(file, "The values are too many: at most %,d in all files are taken.".formatted(MOST_VALUES));
        }
    }

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
