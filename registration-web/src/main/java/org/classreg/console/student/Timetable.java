package org.classreg.console.student;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.Meeting;
import org.classreg.catalog.Program;
import org.classreg.catalog.Room;
import org.classreg.console.LocalMeeting;
import org.classreg.console.MeetingTimes;

/**
 * A schedule laid out by days, in rows of five minutes.
 *
 * @param hours the full hours beside it, from the first that is needed
 */
public record Timetable(List<Day> days, List<LocalTime> hours) implements Serializable {

    private static final int ROW_MINUTES = 5;
    private static final int HOUR_ROWS = 60 / ROW_MINUTES;
    private static final int SHORTEST_ROWS = 5;

    /** A day with its meetings. */
    public record Day(String name, List<Block> blocks) implements Serializable {
    }

    /**
     * A meeting in its place.
     *
     * @param row the first row, from 1
     * @param rows how many
     */
    public record Block(String section, String title, String hours, String rooms, int row, int rows) implements Serializable {
    }

    private record Entry(ClassSection section, Meeting meeting, LocalMeeting local) {

        static Stream<Entry> of(ClassSection section) {
            var zone = section.getProgram().zone();
            return section.meetings().stream().map(meeting -> new Entry(section, meeting, LocalMeeting.of(meeting, zone)));
        }

        int firstRow() {
            return rowOf(local.from());
        }

        /** The row after the last one; a meeting that goes on past midnight is cut there. */
        int endRow() {
            var end = local.to().isAfter(local.from()) ? rowOf(local.to()) : HOUR_ROWS * 24;
            return Math.max(end, firstRow() + SHORTEST_ROWS);
        }

        Block block(int firstHour) {
            var rooms = meeting.getRooms().stream().map(Room::getName).sorted().toList();
            return new Block(section.getCode(), section.getTitle(), local.hours(), String.join(", ", rooms),
                    firstRow() - firstHour * HOUR_ROWS + 1, endRow() - firstRow());
        }

        private static int rowOf(LocalTime time) {
            return (time.getHour() * 60 + time.getMinute()) / ROW_MINUTES;
        }
    }

    static Timetable of(Program program, List<ClassSection> sections) {
        var entries = sections.stream().flatMap(Entry::of).sorted(Comparator.comparing(entry -> entry.local().from())).toList();
        if (entries.isEmpty()) {
            return new Timetable(List.of(), List.of());
        }
        var first = entries.stream().mapToInt(entry -> entry.firstRow() / HOUR_ROWS).min().getAsInt();
        var last = entries.stream().mapToInt(entry -> (entry.endRow() - 1) / HOUR_ROWS).max().getAsInt();
        var days = new ArrayList<Day>();
        byDay(program, entries).forEach((name, mine) ->
                days.add(new Day(name, mine.stream().map(entry -> entry.block(first)).distinct().toList())));
        return new Timetable(days, IntStream.rangeClosed(first, last).mapToObj(hour -> LocalTime.of(hour, 0)).toList());
    }

    /** The days of the program, or of the working week, and every other day on which there is something. */
    private static Map<String, List<Entry>> byDay(Program program, List<Entry> entries) {
        var dates = new TreeMap<LocalDate, List<Entry>>();
        columns(program, entries.get(0).local().date()).forEach(date -> dates.put(date, new ArrayList<>()));
        entries.forEach(entry -> dates.computeIfAbsent(column(program, entry, dates.firstKey()), added -> new ArrayList<>()).add(entry));
        var named = new LinkedHashMap<String, List<Entry>>();
        dates.forEach((date, mine) -> named.put(MeetingTimes.day(date, program), mine));
        return named;
    }

    private static Stream<LocalDate> columns(Program program, LocalDate some) {
        if (MeetingTimes.isWeekly(program)) {
            var monday = some.with(DayOfWeek.MONDAY);
            return monday.datesUntil(monday.plusDays(5));
        }
        return program.getStartsOn() == null || program.getEndsOn() == null
                ? Stream.of(some) : program.getStartsOn().datesUntil(program.getEndsOn().plusDays(1));
    }

    private static LocalDate column(Program program, Entry entry, LocalDate monday) {
        return MeetingTimes.isWeekly(program) ? monday.with(entry.local().date().getDayOfWeek()) : entry.local().date();
    }
}
