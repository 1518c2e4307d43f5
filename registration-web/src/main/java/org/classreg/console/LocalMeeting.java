package org.classreg.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.classreg.catalog.Meeting;

/** A meeting on the wall clock of its program. */
public record LocalMeeting(LocalDate date, LocalTime from, LocalTime to) {

    public static LocalMeeting of(Meeting meeting, ZoneId zone) {
        var timeslot = meeting.getTimeslot();
        return new LocalMeeting(timeslot.getStartsAt().atZone(zone).toLocalDate(), time(timeslot.getStartsAt(), zone), time(timeslot.getEndsAt(), zone));
    }

    private static LocalTime time(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalTime();
    }

    /** Such as "16:00–17:15". */
    public String hours() {
        return from + "–" + to;
    }
}
