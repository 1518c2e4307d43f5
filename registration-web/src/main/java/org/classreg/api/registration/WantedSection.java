package org.classreg.api.registration;

import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import org.classreg.errors.InvalidInput;
import org.classreg.registration.SectionChanges;
import org.classreg.registration.Treatment;

/**
 * A section as it is wanted.
 *
 * @param meetings all of them; null leaves them as they are
 * @param maxStudents the section's own maximum, a number or JSON's null for none; Java's null leaves it as it is
 * @param treatment of those whom the change concerns; a dry run needs none
 */
public record WantedSection(@Size(max = 100) List<@NotNull @Valid WantedMeeting> meetings, JsonValue maxStudents, Treatment treatment) {

    /** A meeting in a timeslot of the program; the rooms, by name, are null for none. */
    public record WantedMeeting(@NotNull OffsetDateTime start, @NotNull OffsetDateTime end,
            @Size(max = 50) List<@NotNull @Size(max = 200) String> rooms) {

        SectionChanges.WantedMeeting toMeeting() {
            return new SectionChanges.WantedMeeting(start.toInstant(), end.toInstant(), rooms == null ? List.of() : rooms);
        }
    }

    /** @throws InvalidInput if the maximum is neither a whole number nor null */
    SectionChanges.Wanted toWanted() {
        return new SectionChanges.Wanted(meetings == null ? null : meetings.stream().map(WantedMeeting::toMeeting).toList(), size());
    }

    private SectionChanges.Size size() {
        if (maxStudents == null) {
            return null;
        }
        if (maxStudents == JsonValue.NULL) {
            return new SectionChanges.Size(null);
        }
        try {
            return new SectionChanges.Size(((JsonNumber) maxStudents).intValueExact());
        } catch (ClassCastException | ArithmeticException e) {
            throw new InvalidInput("maxStudents", "The maximum is a whole number, or null for none.");
        }
    }
}
