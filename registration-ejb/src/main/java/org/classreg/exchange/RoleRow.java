package org.classreg.exchange;

import java.time.LocalDate;

/**
 * A row of roles.csv.
 *
 * @param endDate the first day without the role; null when it has no end
 */
record RoleRow(Row row, String user, RosterRole role, LocalDate endDate) {

    static RoleRow of(Row row) {
        return new RoleRow(row, row.text(References.USER, Row.KEY), RosterRole.of(row), row.date("endDate"));
    }
}
