package org.classreg.api.registration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import org.classreg.registration.SectionChanges;
import org.classreg.registration.Treatment;

/**
 * A section as it is wanted.
 *
 * @param meetings all of them; null leaves them as they are
 * @param maxStudents the section's own maximum; null for none
 * @param treatment of those whom the change concerns; a dry run needs none
 */
public record WantedSection(@Size(max = 100) List<@NotNull @Valid WantedMeeting> meetings, Integer maxStudents, Treatment treatment) {

    /** A meeting in a timeslot of the program; the rooms, by name, are null for none. */
    public record WantedMeeting(@NotNull OffsetDateTime start, @NotNull OffsetDateTime end,
            @Size(max = 50) List<@NotNull @Size(max = 200) String> rooms) {

        SectionChanges.WantedMeeting toMeeting() {
            return new SectionChanges.WantedMeeting(start.toInstant(), end.toInstant(), rooms == null ? List.of() : rooms);
        }
    }

    SectionChanges.Wanted toWanted() {
        return new SectionChanges.Wanted(meetings == null ? null : meetings.stream().map(WantedMeeting::toMeeting).toList(), maxStudents);
    }
}
