package org.classreg.registration;

import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.ClassStatus;
import org.classreg.catalog.Room;
import org.classreg.catalog.Timeslot;

/**
 * What staff set of a section, in a form that is kept with the operation that changed it.
 *
 * @param maxStudents the section's own maximum; null for none
 * @param meetings the keys of the rooms by the key of their timeslot
 */
record SectionState(ClassStatus status, Integer maxStudents, TreeMap<Long, SortedSet<Long>> meetings) {

    static SectionState of(ClassSection section) {
        var meetings = new TreeMap<Long, SortedSet<Long>>();
        section.meetings().forEach(meeting -> meetings.put(meeting.getTimeslot().getId(),
                meeting.getRooms().stream().map(Room::getId).collect(Collectors.toCollection(TreeSet::new))));
        var most = section.maxStudents();
        return new SectionState(section.getStatus(), most.isPresent() ? most.getAsInt() : null, meetings);
    }

    /** Of the form {@code ACCEPTED|20|7:1,2;8:}. */
    static SectionState parse(String text) {
        var parts = text.split("\\|", -1);
        var meetings = new TreeMap<Long, SortedSet<Long>>();
        items(parts[2], ";").forEach(meeting -> {
            var colon = meeting.indexOf(':');
            meetings.put(Long.valueOf(meeting.substring(0, colon)),
                    items(meeting.substring(colon + 1), ",").map(Long::valueOf).collect(Collectors.toCollection(TreeSet::new)));
        });
        return new SectionState(ClassStatus.valueOf(parts[0]), parts[1].isEmpty() ? null : Integer.valueOf(parts[1]), meetings);
    }

    private static Stream<String> items(String text, String separator) {
        return Stream.of(text.split(separator)).filter(item -> !item.isEmpty());
    }

    /** Makes a section be so; timeslots and rooms that are gone are left out. */
    void applyTo(ClassSection section, EntityManager em) {
        Map<Timeslot, Set<Room>> wanted = new LinkedHashMap<>();
        meetings.forEach((timeslot, rooms) -> {
            var found = em.find(Timeslot.class, timeslot);
            if (found != null) {
                wanted.put(found, rooms.stream().map(room -> em.find(Room.class, room)).filter(room -> room != null).collect(Collectors.toSet()));
            }
        });
        section.setStatus(status);
        section.meet(wanted);
        section.limitStudents(maxStudents);
    }

    @Override
    public String toString() {
        Function<Map.Entry<Long, SortedSet<Long>>, String> meeting = entry -> entry.getKey() + ":"
                + entry.getValue().stream().map(String::valueOf).collect(Collectors.joining(","));
        return status + "|" + (maxStudents == null ? "" : maxStudents) + "|"
                + meetings.entrySet().stream().map(meeting).collect(Collectors.joining(";"));
    }
}
