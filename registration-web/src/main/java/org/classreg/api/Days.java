package org.classreg.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.classreg.errors.InvalidInput;

/** Days as the API reads them. */
public final class Days {

    private static final Pattern DAY = Pattern.compile("(?!0000)\\d{4}-\\d{2}-\\d{2}");

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
            return text == null ? null : parse(text.strip());
        } catch (DateTimeException e) {
            throw new InvalidInput(field, e.getMessage());
        }
    }

    /** @throws DateTimeException with a message for who wrote it, if it is no day of the years 1 to 9999 */
    static LocalDate parse(String text) {
        if (!DAY.matcher(text).matches()) {
            throw notADay(text, null);
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw notADay(text, e);
        }
    }

    private static DateTimeException notADay(String text, Throwable cause) {
        return new DateTimeException("\"" + text + "\" is not a day such as 2026-03-07.", cause);
    }
}
