package org.classreg.api.catalog;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import org.classreg.administration.SectionEdits.State;
import org.classreg.administration.SectionEdits.Wanted;
import org.classreg.registration.SectionChanges;

/**
 * A section to create.
 *
 * @param subject the code of its class
 * @param code null for the next of its class
 * @param maxStudents its own maximum; null if the class and the rooms decide
 * @param meetings null for none
 */
public record NewSection(@JsonbProperty("class") String subject, String code, Integer maxStudents, String status, Boolean registrationOpen,
        @Size(max = 200) List<@NotNull @Valid MeetingIn> meetings) {

    /** A meeting in a timeslot of the program; the rooms, by name, are null for none. */
    public record MeetingIn(@NotNull OffsetDateTime start, @NotNull OffsetDateTime end, @Size(max = 100) List<@NotNull @Size(max = 200) String> rooms) {

        SectionChanges.WantedMeeting toMeeting() {
            return new SectionChanges.WantedMeeting(start.toInstant(), end.toInstant(), rooms == null ? List.of() : rooms);
        }
    }

    Wanted toWanted() {
        return new Wanted(subject, code, maxStudents, new State(status, registrationOpen),
                meetings == null ? List.of() : meetings.stream().map(MeetingIn::toMeeting).toList());
    }
}
