package org.classreg.console;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.Program;

/**
 * The times of a section in one short line. A program of more than a week repeats by the week:
 * "Mon, Wed 16:00–17:15"; a shorter one has days: "Sat 7 Mar 10:00–10:50".
 */
public final class MeetingTimes {

    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    private MeetingTimes() {
    }

    public static boolean isWeekly(Program program) {
        return program.getStartsOn() != null && program.getEndsOn() != null
                && program.getEndsOn().isAfter(program.getStartsOn().plusDays(6));
    }

    /** The name of a day: of the week in a weekly program, of the year in another. */
    public static String day(LocalDate date, Program program) {
        return (isWeekly(program) ? WEEKDAY : DATE).format(date);
    }

    /** Empty for a section without meetings. */
    public static String of(ClassSection section) {
        var program = section.getProgram();
        var meetings = section.meetings().stream().map(meeting -> LocalMeeting.of(meeting, program.zone())).toList();
        return isWeekly(program) ? weekly(meetings) : dated(meetings);
    }

    private static String weekly(List<LocalMeeting> meetings) {
        var byHours = meetings.stream()
                .sorted(Comparator.comparing((LocalMeeting meeting) -> meeting.date().getDayOfWeek()).thenComparing(LocalMeeting::from))
                .collect(Collectors.groupingBy(LocalMeeting::hours, LinkedHashMap::new, Collectors.toList()));
        return join("; ", byHours.entrySet().stream(), entry ->
                join(", ", entry.getValue().stream(), meeting -> WEEKDAY.format(meeting.date())) + " " + entry.getKey());
    }

    private static String dated(List<LocalMeeting> meetings) {
        var byDate = meetings.stream().collect(Collectors.groupingBy(LocalMeeting::date, TreeMap::new, Collectors.toList()));
        return join("; ", byDate.entrySet().stream(), entry ->
                DATE.format(entry.getKey()) + " " + join(", ", entry.getValue().stream(), LocalMeeting::hours));
    }

    private static <T> String join(String separator, Stream<T> parts, Function<T, String> text) {
        return parts.map(text).distinct().collect(Collectors.joining(separator));
    }
}
