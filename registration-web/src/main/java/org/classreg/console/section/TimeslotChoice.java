package org.classreg.console.section;

import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.classreg.catalog.Timeslot;

/** A timeslot in a list to choose from. */
public record TimeslotChoice(Instant starts, Instant ends, String label) implements Serializable {

    private static final DateTimeFormatter START = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter END = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    static TimeslotChoice of(Timeslot timeslot, ZoneId zone) {
        return new TimeslotChoice(timeslot.getStartsAt(), timeslot.getEndsAt(),
                START.format(timeslot.getStartsAt().atZone(zone)) + "–" + END.format(timeslot.getEndsAt().atZone(zone)));
    }

    /** What tells it from the others of its program. */
    public String key() {
        return starts + "/" + ends;
    }
}
