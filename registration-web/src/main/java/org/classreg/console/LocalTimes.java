package org.classreg.console;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.classreg.errors.InvalidInput;

/** Instants as the people of a program read and write them: in its time zone. */
public final class LocalTimes {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_MONTH = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private LocalTimes() {
    }

    /** Such as "Sat 7 Mar 2026 10:00"; empty for null. */
    public static String moment(Instant instant, ZoneId zone) {
        return instant == null ? "" : MOMENT.format(instant.atZone(zone));
    }

    /** Such as "7–8 Mar 2026"; empty when the first day is unknown. */
    public static String days(LocalDate first, LocalDate last) {
        if (first == null) {
            return "";
        }
        if (last == null || last.equals(first)) {
            return DAY.format(first);
        }
        if (first.getYear() != last.getYear()) {
            return DAY.format(first) + " – " + DAY.format(last);
        }
        return first.getMonth() == last.getMonth()
                ? first.getDayOfMonth() + "–" + DAY.format(last)
                : DAY_AND_MONTH.format(first) + " – " + DAY.format(last);
    }

    /** As a date-time field of HTML holds it, to the second; empty for null. */
    public static String field(Instant instant, ZoneId zone) {
        return instant == null ? "" : instant.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /**
     * Reads an instant such as 2026-03-07T15:00:00Z, or a local date and time such as 2026-03-07T10:00.
     *
     * @return null for a blank text
     * @throws InvalidInput on the field "at" if it is neither
     */
    public static Instant parse(String text, ZoneId zone) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            var parsed = DateTimeFormatter.ISO_DATE_TIME.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from);
            return parsed instanceof OffsetDateTime exact ? exact.toInstant() : ((LocalDateTime) parsed).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new InvalidInput("at", "\"" + text + "\" is not a date and time such as 2026-03-07T10:00.");
        }
    }
}
