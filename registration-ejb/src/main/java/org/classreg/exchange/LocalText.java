package org.classreg.exchange;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.Meeting;

/** Times on paper, in the zone of the program. */
final class LocalText {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private LocalText() {
    }

    /** Such as "Sat 7 Mar 2026 10:00". */
    static String moment(Instant instant, ZoneId zone) {
        return MOMENT.format(instant.atZone(zone));
    }

    /** Such as "Sat 7 Mar 2026 10:00–10:50". */
    static String hours(Meeting meeting, ZoneId zone) {
        var timeslot = meeting.getTimeslot();
        return moment(timeslot.getStartsAt(), zone) + "–" + TIME.format(timeslot.getEndsAt().atZone(zone));
    }

    /** All meetings of a section with their rooms; empty without meetings. */
    static String times(ClassSection section) {
        var zone = section.getProgram().zone();
        var times = section.meetings().stream().map(meeting -> hours(meeting, zone)).collect(Collectors.joining("; "));
        return section.roomNames().isEmpty() ? times : times + " · " + String.join(", ", section.roomNames());
    }
}
