package org.classreg.api.catalog;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.classreg.api.Instants;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.Meeting;

/**
 * A section as the API tells it; the category is its symbol, a grade is null where the range has no end, and maxStudents, its own maximum,
 * is null where its class and rooms decide.
 */
@JsonbPropertyOrder({"code", "subject", "title", "category", "gradeMin", "gradeMax", "maxStudents", "capacity", "enrolled", "seatsLeft", "status",
    "registrationOpen", "meetings", "rooms"})
public record SectionJson(String code, @JsonbProperty("class") String subject, String title, String category, Integer gradeMin, Integer gradeMax,
        Integer maxStudents, int capacity, int enrolled,
        int seatsLeft, String status, boolean registrationOpen, List<MeetingJson> meetings, List<String> rooms) {

    /** A meeting, the end excluded. */
    @JsonbPropertyOrder({"start", "end"})
    public record MeetingJson(OffsetDateTime start, OffsetDateTime end) {

        static MeetingJson of(Meeting meeting, ZoneId zone) {
            var timeslot = meeting.getTimeslot();
            return new MeetingJson(Instants.write(timeslot.getStartsAt(), zone), Instants.write(timeslot.getEndsAt(), zone));
        }
    }

    static SectionJson of(ClassSection section) {
        return of(section, section.getEnrolled());
    }

    /** With so many seats taken, as of some instant, and all else as of now. */
    static SectionJson of(ClassSection section, int enrolled) {
        var subject = section.getSubject();
        var zone = section.getProgram().zone();
        var most = section.maxStudents();
        return new SectionJson(section.getCode(), subject.getCode(), section.getTitle(), subject.getCategory().getSymbol(), subject.getGradeMin(),
                subject.getGradeMax(), most.isPresent() ? most.getAsInt() : null, section.getCapacity(), enrolled,
                Math.max(0, section.getCapacity() - enrolled),
                section.effectiveStatus().name().toLowerCase(Locale.ROOT), section.isRegistrationOpen(),
                section.meetings().stream().map(meeting -> MeetingJson.of(meeting, zone)).toList(), section.roomNames());
    }
}
