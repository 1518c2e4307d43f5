package org.classreg.console.program;

import java.io.Serializable;
import java.time.ZoneId;
import org.classreg.console.LocalTimes;
import org.classreg.console.OperationWords;
import org.classreg.registration.StudentRegistration;

/**
 * That somebody came to a section, or left it.
 *
 * @param when empty for since always
 * @param by who did it, and what it was
 */
public record Movement(String name, String username, String section, String when, String by) implements Serializable {

    static Movement came(StudentRegistration row, ZoneId zone) {
        return new Movement(row.getStudent().name(), row.getStudent().getUsername(), row.getSection().getCode(),
                LocalTimes.moment(row.getStartDate(), zone), OperationWords.by(row.getStartedBy()));
    }

    static Movement left(StudentRegistration row, ZoneId zone) {
        return new Movement(row.getStudent().name(), row.getStudent().getUsername(), row.getSection().getCode(),
                LocalTimes.moment(row.getEndDate(), zone), OperationWords.by(row.getEndedBy()));
    }
}
