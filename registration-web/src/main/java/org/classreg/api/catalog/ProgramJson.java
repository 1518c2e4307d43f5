package org.classreg.api.catalog;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.LocalDate;
import org.classreg.administration.ProgramEdits;
import org.classreg.catalog.Program;

/** A program as the API tells and takes it; startsOn and endsOn are its first and last day, null when unknown. */
@JsonbPropertyOrder({"code", "title", "timeZone", "startsOn", "endsOn"})
public record ProgramJson(String code, String title, String timeZone, LocalDate startsOn, LocalDate endsOn) {

    ProgramEdits.Wanted toWanted() {
        return new ProgramEdits.Wanted(code, title, timeZone, startsOn, endsOn);
    }

    static ProgramJson of(Program program) {
        return new ProgramJson(program.getCode(), program.getTitle(), program.zone().getId(), program.getStartsOn(), program.getEndsOn());
    }
}
