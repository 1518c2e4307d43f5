package org.classreg.exchange;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A row of academicSessions.csv.
 *
 * @param endDate the day after the last
 * @param parent null when it has none
 * @param timeZone null when the row names none
 */
record SessionRow(Row row, String id, String title, LocalDate startDate, LocalDate endDate, String parent, ZoneId timeZone) {

    static final String TIME_ZONE = "metadata.timeZone";

    static SessionRow of(Row row) {
        var session = new SessionRow(row, row.raw(Records.SOURCED_ID), row.text("title", 500), row.requiredDate("startDate"),
                row.requiredDate("endDate"), row.optionalText("parentSourcedId", Row.KEY),
                row.value(TIME_ZONE, ZoneId::of, "a time zone such as America/New_York"));
        if (row.isGood() && !session.startDate.isBefore(session.endDate)) {
            row.error("endDate", "A session ends after it starts; the end date is the day after the last.");
        }
        return session;
    }
}
