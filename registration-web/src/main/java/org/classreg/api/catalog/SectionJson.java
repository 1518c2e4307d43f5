package org.classreg.api.catalog;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.classreg.api.Instants;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.Meeting;

/** A section as the API tells it. */
@JsonbPropertyOrder({"code", "title", "capacity", "enrolled", "seatsLeft", "status", "registrationOpen", "meetings", "rooms"})
public record SectionJson(String code, String title, int capacity, int enrolled, int seatsLeft, String status, boolean registrationOpen,
        List<MeetingJson> meetings, List<String> rooms) {

    /** A meeting, the end excluded. */
    @JsonbPropertyOrder({"start", "end"})
    public record MeetingJson(OffsetDateTime start, OffsetDateTime end) {

        static MeetingJson of(Meeting meeting, ZoneId zone) {
            var timeslot = meeting.getTimeslot();
            return new MeetingJson(Instants.write(timeslot.getStartsAt(), zone), Instants.write(timeslot.getEndsAt(), zone));
        }
    }

    static SectionJson of(ClassSection section) {
        var zone = section.getProgram().zone();
        return new SectionJson(section.getCode(), section.getTitle(), section.getCapacity(), section.getEnrolled(), section.seatsLeft(),
                section.effectiveStatus().name().toLowerCase(Locale.ROOT), section.isRegistrationOpen(),
                section.meetings().stream().map(meeting -> MeetingJson.of(meeting, zone)).toList(), section.roomNames());
    }
}
