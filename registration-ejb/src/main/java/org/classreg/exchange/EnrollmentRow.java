package org.classreg.exchange;

import java.time.LocalDate;

/**
 * A row of enrollments.csv.
 *
 * @param primary whether it is of the section's first teacher; null when that is not said
 * @param beginDate null when it names none
 * @param endDate the first day on which the person is no longer enrolled; null when it names none
 */
record EnrollmentRow(Row row, String id, String section, String user, RosterRole role, Boolean primary, LocalDate beginDate, LocalDate endDate) {

    static EnrollmentRow of(Row row) {
        var enrollment = new EnrollmentRow(row, row.raw(Records.SOURCED_ID), row.text(References.SECTION, Row.KEY),
                row.text(References.USER, Row.KEY), RosterRole.of(row), row.flag("primary"), row.date("beginDate"), row.date("endDate"));
        if (enrollment.beginDate != null && enrollment.endDate != null && enrollment.endDate.isBefore(enrollment.beginDate)) {
            row.error("endDate", "An enrollment does not end before it begins.");
        }
        return enrollment;
    }

    boolean isOfStudent() {
        return role == RosterRole.STUDENT;
    }

    boolean isOfTeacher() {
        return role == RosterRole.TEACHER;
    }
}
