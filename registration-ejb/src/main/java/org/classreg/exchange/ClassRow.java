package org.classreg.exchange;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A row of classes.csv.
 *
 * @param code the class code, or the sourcedId without one
 * @param terms the sessions that it names
 * @param location null when it names none
 * @param roomSeats how many seats the location has; null when the row does not say
 * @param capacity in seats; null when it names none
 * @param meetings in the program's time zone
 */
record ClassRow(Row row, String id, String code, String course, List<String> terms, String location, Integer roomSeats,
        Integer capacity, Set<Interval> meetings) {

    static final String CODE = "classCode";
    static final String COURSE = "courseSourcedId";
    static final String TERMS = "termSourcedIds";
    static final String ROOM_SEATS = "metadata.roomSeats";
    static final String CAPACITY = "metadata.capacity";
    static final String MEETINGS = "metadata.meetings";

    /** From start to end, the end excluded. */
    record Interval(LocalDateTime start, LocalDateTime end) {

        private static Interval parse(String text) {
            var parts = text.split("/", -1);
            if (parts.length != 2) {
                throw new DateTimeParseException("An interval has a start and an end", text, 0);
            }
            var interval = new Interval(LocalDateTime.parse(parts[0]), LocalDateTime.parse(parts[1]));
            if (!interval.start.isBefore(interval.end)) {
                throw new DateTimeParseException("An interval ends after it starts", text, 0);
            }
            return interval;
        }
    }

    static ClassRow of(Row row) {
        var id = row.raw(Records.SOURCED_ID);
        var code = row.optionalText(CODE, Row.KEY);
        row.optionalText("title", 500);
        return new ClassRow(row, id, code == null ? id : code, row.text(COURSE, Row.KEY), row.list(TERMS),
                row.optionalText("location", 200), row.number(ROOM_SEATS), row.number(CAPACITY), meetings(row));
    }

    private static Set<Interval> meetings(Row row) {
        var meetings = new LinkedHashSet<Interval>();
        Stream.of(row.raw(MEETINGS).split("\\s+")).filter(text -> !text.isEmpty()).forEach(text -> {
            try {
                meetings.add(Interval.parse(text));
            } catch (DateTimeParseException e) {
                row.error(MEETINGS, "\"%s\" is not an interval such as 2024-09-10T13:00/2024-09-10T14:15.".formatted(text));
            }
        });
        return meetings;
    }
}
