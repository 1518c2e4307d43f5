package org.classreg.console;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.classreg.catalog.Meeting;

/** A meeting on the wall clock of its program. */
public record LocalMeeting(LocalDate date, LocalTime from, LocalTime to) {

    public static LocalMeeting of(Meeting meeting, ZoneId zone) {
        var timeslot = meeting.getTimeslot();
        var start = timeslot.getStartsAt().atZone(zone);
        return new LocalMeeting(start.toLocalDate(), start.toLocalTime(), timeslot.getEndsAt().atZone(zone).toLocalTime());
    }

    /** Such as "16:00–17:15". */
    public String hours() {
        return from + "–" + to;
    }
}
