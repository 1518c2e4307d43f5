package org.classreg.api.catalog;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.classreg.administration.TimeslotEdits;
import org.classreg.api.Instants;
import org.classreg.catalog.Timeslot;

/** A timeslot as the API tells and takes it, the end excluded; the id is given by the office. */
@JsonbPropertyOrder({"id", "start", "end", "lunch"})
public record TimeslotJson(Long id, OffsetDateTime start, OffsetDateTime end, Boolean lunch) {

    static TimeslotJson of(Timeslot timeslot) {
        var zone = timeslot.getProgram().zone();
        return new TimeslotJson(timeslot.getId(), Instants.write(timeslot.getStartsAt(), zone), Instants.write(timeslot.getEndsAt(), zone),
                timeslot.isLunch());
    }

    TimeslotEdits.Wanted toWanted() {
        return new TimeslotEdits.Wanted(instant(start), instant(end), lunch);
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
