package org.classreg.lottery;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A seat that a plan gives.
 *
 * @param student the username
 * @param section the code
 * @param type of the preference by which it is given: Priority/1, Interested ...
 */
public record PlannedSeat(String student, String section, String type) {

    private static final String HEADER = "student,section,type";

    /** Seats as CSV (RFC 4180, lines ended by a line feed), with a header. */
    public static String csv(List<PlannedSeat> seats) {
        return Stream.concat(Stream.of(HEADER), seats.stream().map(PlannedSeat::row)).collect(Collectors.joining("\n", "", "\n"));
    }

    private String row() {
        return Stream.of(student, section, type).map(PlannedSeat::quoted).collect(Collectors.joining(","));
    }

    private static String quoted(String text) {
        return text.matches("[^\",\r\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
