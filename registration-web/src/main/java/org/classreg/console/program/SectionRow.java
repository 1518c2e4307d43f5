package org.classreg.console.program;

import java.io.Serializable;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.ClassStatus;
import org.classreg.console.MeetingTimes;

/**
 * A section as the list shows it, without what changes by the minute.
 *
 * @param begins when it first meets; null if it does not
 * @param status one word for people, such as Open, Closed or Cancelled
 */
public record SectionRow(String code, String title, String category, String times, Instant begins, String rooms, String status)
        implements Serializable {

    static SectionRow of(ClassSection section) {
        var begins = section.meetings().stream().findFirst().map(meeting -> meeting.getTimeslot().getStartsAt()).orElse(null);
        return new SectionRow(section.getCode(), section.getTitle(), section.getSubject().getCategory().getSymbol(),
                MeetingTimes.of(section), begins, String.join(", ", section.roomNames()), status(section));
    }

    private static String status(ClassSection section) {
        var status = section.effectiveStatus();
        if (status == ClassStatus.ACCEPTED) {
            return section.isRegistrationOpen() ? "Open" : "Closed";
        }
        return status.name().charAt(0) + status.name().substring(1).toLowerCase(Locale.ROOT);
    }

    /** Whether every word of the text is somewhere in this row, whatever the case. */
    boolean matches(String text) {
        var all = String.join(" ", code, title, times, rooms, status).toLowerCase(Locale.ROOT);
        return Stream.of(text.toLowerCase(Locale.ROOT).strip().split("\\s+")).allMatch(all::contains);
    }
}
