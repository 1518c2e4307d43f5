package org.classreg.console.student;

import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import org.classreg.catalog.ClassSection;
import org.classreg.console.LocalTimes;
import org.classreg.registration.OverrideKind;
import org.classreg.registration.StudentOverride;

/**
 * An override as the list shows it.
 *
 * @param where the class or section it holds for, or that it is all of the program
 * @param until empty for without end
 * @param state one word: Active, Ended or Later
 * @param by who granted it
 */
public record OverrideRow(long id, String what, String where, String from, String until, String reason, String state, String by)
        implements Serializable {

    static OverrideRow of(StudentOverride override, Instant now, ZoneId zone) {
        return new OverrideRow(override.getId(), words(override.getKind()), where(override), LocalTimes.moment(override.getStartDate(), zone),
                LocalTimes.moment(override.getEndDate(), zone), override.getReason(), state(override, now), override.getStartedBy().getCaller());
    }

    static String words(OverrideKind kind) {
        return switch (kind) {
            case GRADE -> "Grade outside the range";
            case FULL -> "Section is full";
            case PROGRAM -> "Program is full";
            case PRIORITIES -> "More priorities";
        };
    }

    private static String where(StudentOverride override) {
        return override.section().map(ClassSection::getCode)
                .or(() -> override.subject().map(subject -> subject.getCode() + " " + subject.getTitle()))
                .orElse("Whole program");
    }

    private static String state(StudentOverride override, Instant now) {
        if (override.getEndDate() != null && !override.getEndDate().isAfter(now)) {
            return "Ended";
        }
        return override.getStartDate() != null && override.getStartDate().isAfter(now) ? "Later" : "Active";
    }

    /** Whether it can still be ended. */
    public boolean endable() {
        return !"Ended".equals(state);
    }
}
