package org.classreg.exchange;

import java.util.List;
import org.classreg.errors.RegistrationException;

/** An import is refused as a whole: nothing of it has been written. Carries every error, up to the first 1,000. */
public class ImportRefused extends RegistrationException {

    private final transient List<ImportError> errors;
    private final long count;

    /**
     * @param errors at least one
     * @param count how many there were, of which these may be the first only
     */
    ImportRefused(List<ImportError> errors, long count) {
        super("Nothing was imported. " + (count == 1 ? "There is 1 error: " : "There are " + count + " errors, the first of them: ")
                + errors.get(0));
        this.errors = List.copyOf(errors);
        this.count = count;
    }

    ImportRefused(String file, String reason) {
        this(List.of(new ImportError(file, 0, null, reason)), 1);
    }

    /** By file and line. */
    public List<ImportError> errors() {
        return errors;
    }

    /** How many errors there were, those beyond the carried ones included. */
    public long count() {
        return count;
    }
}
