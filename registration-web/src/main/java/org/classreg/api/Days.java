package org.classreg.api;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.classreg.errors.InvalidInput;

/** Days as the API reads them. */
public final class Days {

    private Days() {
    }

    /**
     * Reads a query parameter.
     *
     * @param text such as 2026-03-07; null if it is not given
     * @return null for null
     * @throws InvalidInput on the field
     */
    public static LocalDate read(String field, String text) {
        try {
            return text == null ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new InvalidInput(field, "\"" + text + "\" is not a day such as 2026-03-07.");
        }
    }
}
