package org.classreg.console.program;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.Meeting;
import org.classreg.catalog.Program;
import org.classreg.catalog.Room;
import org.classreg.catalog.Timeslot;
import org.classreg.console.Fill;
import org.classreg.console.MeetingTimes;

/**
 * The sections of a program by timeslot and room.
 *
 * @param rooms those in which a section meets, by name; the last one is empty if some meet in none
 */
public record RoomGrid(List<String> rooms, List<Row> rows) {

    private static final String NO_ROOM = "";

    /**
     * A timeslot.
     *
     * @param opensDay whether it is the first of its day
     * @param cells one for each room
     */
    public record Row(String day, String hours, boolean opensDay, List<List<Cell>> cells) {
    }

    /** A section in its place. */
    public record Cell(String code, String title, Fill fill) {
    }

    private record Place(ClassSection section, Timeslot timeslot, String room) {

        static Stream<Place> of(ClassSection section) {
            return section.meetings().stream().flatMap(meeting -> rooms(meeting)
                    .map(room -> new Place(section, meeting.getTimeslot(), room)));
        }

        private static Stream<String> rooms(Meeting meeting) {
            return meeting.getRooms().isEmpty() ? Stream.of(NO_ROOM) : meeting.getRooms().stream().map(Room::getName);
        }

        Cell cell() {
            return new Cell(section.getCode(), section.getTitle(), Fill.of(section));
        }
    }

    /** Shows the timeslots in which something is. */
    static RoomGrid of(Program program, List<Timeslot> timeslots, List<ClassSection> sections) {
        var places = sections.stream().flatMap(Place::of).toList();
        var names = places.stream().map(Place::room).filter(room -> !room.equals(NO_ROOM)).distinct().sorted();
        var nameless = places.stream().map(Place::room).filter(NO_ROOM::equals).limit(1);
        var rooms = Stream.concat(names, nameless).toList();
        var bySlot = places.stream().collect(Collectors.groupingBy(place -> place.timeslot().getId()));
        var used = timeslots.stream().filter(slot -> bySlot.containsKey(slot.getId())).toList();
        var rows = IntStream.range(0, used.size()).mapToObj(i -> {
            var slot = used.get(i);
            var opensDay = i == 0 || !day(used.get(i - 1), program).equals(day(slot, program));
            return new Row(day(slot, program), hours(slot, program), opensDay, cells(rooms, bySlot.get(slot.getId())));
        }).toList();
        return new RoomGrid(rooms, rows);
    }

    private static List<List<Cell>> cells(List<String> rooms, List<Place> places) {
        var byRoom = places.stream().collect(Collectors.groupingBy(Place::room, Collectors.mapping(Place::cell, Collectors.toList())));
        return rooms.stream().map(room -> byRoom.getOrDefault(room, List.of())).toList();
    }

    private static String day(Timeslot slot, Program program) {
        return MeetingTimes.day(slot.getStartsAt().atZone(program.zone()).toLocalDate(), program);
    }

    private static String hours(Timeslot slot, Program program) {
        return slot.getStartsAt().atZone(program.zone()).toLocalTime() + "–" + slot.getEndsAt().atZone(program.zone()).toLocalTime();
    }
}
