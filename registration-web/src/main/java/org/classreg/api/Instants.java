package org.classreg.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.classreg.errors.InvalidInput;

/** Instants as the API writes and reads them: ISO-8601 with an offset, in the zone of the program. */
public final class Instants {

    private static final int LAST_YEAR = 9999;

    private Instants() {
    }

    /** @return null for null */
    public static OffsetDateTime write(Instant instant, ZoneId zone) {
        return instant == null ? null : instant.atZone(zone).toOffsetDateTime();
    }

    /**
     * Reads a query parameter.
     *
     * @param text such as 2026-03-07T10:00:00-05:00 or 2026-03-07T15:00:00Z; a plus that became a space in the URL is understood
     * @param absent the answer when there is no text
     * @throws InvalidInput on the field
     */
    public static Instant read(String field, String text, Instant absent) {
        if (text == null || text.isBlank()) {
            return absent;
        }
        try {
            return parse(text.strip().replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw new InvalidInput(field, e.getMessage());
        }
    }

    /** @throws DateTimeException with a message for who wrote it, if it is no instant of the years 1 to 9999, which all databases and clients know */
    static OffsetDateTime parse(String text) {
        var time = time(text);
        if (time.getYear() < 1 || time.getYear() > LAST_YEAR) {
            throw new DateTimeException("The year of \"" + text + "\" is not from 1 to " + LAST_YEAR + ".");
        }
        return time;
    }

    private static OffsetDateTime time(String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeParseException e) {
            throw new DateTimeException("\"" + text + "\" is not an instant such as 2026-03-07T10:00:00-05:00.", e);
        }
    }
}
