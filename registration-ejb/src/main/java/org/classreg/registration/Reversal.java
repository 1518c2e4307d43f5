package org.classreg.registration;

import java.util.List;
import org.classreg.catalog.ClassSection;
import org.classreg.errors.Reason;

/**
 * What undoing an operation does, or would do.
 *
 * @param ended what the operation had begun, and now ends
 * @param restored what the operation had ended, and now begins anew
 * @param left what stays as it is because the world has moved on
 * @param interests interests in classes, ended or begun anew
 * @param checkIns ended or begun anew
 * @param sections which are again as they were before
 * @param leftSections which stay as they are because the world has moved on
 */
public record Reversal(List<StudentRegistration> ended, List<StudentRegistration> restored, List<Left> left,
        List<StudentSubjectInterest> interests, List<CheckIn> checkIns, List<ClassSection> sections, List<LeftSection> leftSections) {

    /** @param reasons at least one */
    public record Left(StudentRegistration registration, List<Reason> reasons) {
    }

    /** @param reasons at least one */
    public record LeftSection(ClassSection section, List<Reason> reasons) {
    }
}
