package org.classreg.registration;

import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.classreg.catalog.Program;
import org.classreg.catalog.Room;
import org.classreg.catalog.Timeslot;
import org.classreg.errors.InvalidInput.Fault;
import org.classreg.registration.SectionChanges.WantedMeeting;

/** Finds the timeslots and rooms that meetings name. */
public final class Meetings {

    private Meetings() {
    }

    /**
     * The rooms of each timeslot.
     *
     * @param faults takes a fault for each timeslot and room that the program does not have, and for each meeting that stands twice
     */
    public static Map<Timeslot, Set<Room>> resolve(EntityManager em, Program program, List<WantedMeeting> wanted, List<Fault> faults) {
        var timeslots = em.createNamedQuery(Timeslot.OF_PROGRAM, Timeslot.class).setParameter("program", program).getResultList();
        var rooms = em.createNamedQuery(Room.OF_PROGRAM, Room.class).setParameter("program", program).getResultList();
        var meetings = new LinkedHashMap<Timeslot, Set<Room>>();
        for (int i = 0; i < wanted.size(); i++) {
            var meeting = wanted.get(i);
            var field = "meetings[" + i + "]";
            meeting.rooms().stream().filter(name -> rooms.stream().noneMatch(room -> room.getName().equals(name)))
                    .forEach(name -> faults.add(new Fault(field + ".rooms", "There is no room \"" + name + "\" in the program.")));
            var timeslot = timeslots.stream()
                    .filter(slot -> slot.getStartsAt().equals(meeting.starts()) && slot.getEndsAt().equals(meeting.ends())).findFirst();
            if (timeslot.isEmpty()) {
                faults.add(new Fault(field, "The program has no timeslot from " + meeting.starts() + " to " + meeting.ends() + "."));
            } else if (meetings.put(timeslot.get(), named(rooms, meeting.rooms())) != null) {
                faults.add(new Fault(field, "A meeting in this timeslot stands in the list already."));
            }
        }
        return meetings;
    }

    private static Set<Room> named(List<Room> rooms, List<String> names) {
        return rooms.stream().filter(room -> names.contains(room.getName())).collect(Collectors.toSet());
    }
}
