package org.classreg.console;

import java.io.Serializable;
import java.time.ZoneId;
import org.classreg.catalog.Program;

/**
 * A program as the head of a page shows it.
 *
 * @param days its first and last day, for people; empty when unknown
 */
public record ProgramView(String code, String title, String days, ZoneId zone) implements Serializable {

    public static ProgramView of(Program program) {
        return new ProgramView(program.getCode(), program.getTitle(),
                LocalTimes.days(program.getStartsOn(), program.getEndsOn()), program.zone());
    }
}
