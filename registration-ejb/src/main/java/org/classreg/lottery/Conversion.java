package org.classreg.lottery;

import java.util.List;
import org.classreg.errors.Reason;
import org.classreg.registration.StudentRegistration;

/**
 * What became of the preferences in a conversion.
 *
 * @param converted the enrollments that began
 * @param notConverted the preferences that stay, with what is against each
 */
public record Conversion(List<StudentRegistration> converted, List<NotConverted> notConverted) {

    /**
     * @param preference stays valid
     * @param reasons at least one
     */
    public record NotConverted(StudentRegistration preference, List<Reason> reasons) {
    }
}
