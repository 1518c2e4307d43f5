package org.classreg.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A row of academicSessions.csv.
 *
 * @param endDate the day after the last
 * @param parent null when it has none
 * @param timeZone null when the row names none
 * @param isYear whether it is a school year, which other sessions divide
 * @param multiplier of the capacity of every section; null when the row names none
 * @param offset in seats, added to the capacity of every section; null when the row names none
 */
record SessionRow(Row row, String id, String title, LocalDate startDate, LocalDate endDate, String parent, ZoneId timeZone,
        boolean isYear, BigDecimal multiplier, Integer offset) {

    static final String TIME_ZONE = "metadata.timeZone";
    static final String MULTIPLIER = "metadata.capacityMultiplier";
    static final String OFFSET = "metadata.capacityOffset";

    private static final BigDecimal MOST_MULTIPLIER = BigDecimal.valueOf(100);
    private static final int MOST_DECIMALS = 3;
    private static final int MOST_OFFSET = 10_000;

    static SessionRow of(Row row) {
        var session = new SessionRow(row, row.raw(Records.SOURCED_ID), row.text("title", 500), row.requiredDate("startDate"),
                row.requiredDate("endDate"), row.optionalText("parentSourcedId", Row.KEY),
                row.value(TIME_ZONE, ZoneId::of, "a time zone such as America/New_York"), "schoolYear".equals(row.raw("type")),
                row.value(MULTIPLIER, SessionRow::parseMultiplier, "a number from 0 to 100 with at most 3 decimals"),
                row.value(OFFSET, SessionRow::parseOffset, "a whole number from -10000 to 10000"));
        if (row.isGood() && !session.startDate.isBefore(session.endDate)) {
            row.error("endDate", "A session ends after it starts; the end date is the day after the last.");
        }
        return session;
    }

    private static BigDecimal parseMultiplier(String text) {
        var multiplier = new BigDecimal(text);
        if (multiplier.signum() < 0 || multiplier.compareTo(MOST_MULTIPLIER) > 0 || multiplier.scale() > MOST_DECIMALS) {
            throw new IllegalArgumentException(text);
        }
        return multiplier;
    }

    private static Integer parseOffset(String text) {
        var offset = Integer.valueOf(text);
        if (Math.abs(offset) > MOST_OFFSET) {
            throw new IllegalArgumentException(text);
        }
        return offset;
    }
}
