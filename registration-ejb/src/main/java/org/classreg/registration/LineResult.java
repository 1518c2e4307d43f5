package org.classreg.registration;

import java.util.List;
import org.classreg.errors.Reason;

/**
 * What became of one line of a list.
 *
 * @param student the username in the line
 * @param registration what began or ended; null if nothing changed
 * @param reasons why nothing was done; empty if it was done, or was so already
 */
public record LineResult(String student, StudentRegistration registration, List<Reason> reasons) {

    static LineResult refused(String student, List<Reason> reasons) {
        return new LineResult(student, null, reasons);
    }

    static LineResult done(String student, StudentRegistration registration) {
        return new LineResult(student, registration, List.of());
    }
}
