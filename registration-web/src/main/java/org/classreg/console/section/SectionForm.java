package org.classreg.console.section;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.Meeting;
import org.classreg.catalog.Room;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.InvalidInput.Fault;
import org.classreg.registration.SectionChanges;
import org.classreg.registration.SectionChanges.Wanted;
import org.classreg.registration.SectionChanges.WantedMeeting;

/** A section as staff type it: when and where it meets, and its own maximum. */
public class SectionForm implements Serializable {

    private final List<TimeslotChoice> timeslots;
    private final List<MeetingRow> meetings;
    private String maxStudents;

    private SectionForm(List<TimeslotChoice> timeslots, List<MeetingRow> meetings, String maxStudents) {
        this.timeslots = timeslots;
        this.meetings = meetings;
        this.maxStudents = maxStudents;
    }

    static SectionForm of(ClassSection section, List<TimeslotChoice> timeslots) {
        var zone = section.getProgram().zone();
        var meetings = section.meetings().stream().map(meeting -> new MeetingRow(
                TimeslotChoice.of(meeting.getTimeslot(), zone).key(), roomNames(meeting))).collect(Collectors.toCollection(ArrayList::new));
        return new SectionForm(timeslots, meetings, text(section.maxStudents()));
    }

    private static List<String> roomNames(Meeting meeting) {
        return meeting.getRooms().stream().map(Room::getName).sorted().toList();
    }

    private static String text(OptionalInt number) {
        return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
    }

    /**
     * Reads what was chosen and typed.
     *
     * @throws InvalidInput with every field that cannot be read
     */
    Wanted read() {
        var faults = new ArrayList<Fault>();
        var wanted = IntStream.range(0, meetings.size()).mapToObj(i -> meeting(i, faults)).toList();
        var most = readMaximum(faults);
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return new Wanted(wanted, new SectionChanges.Size(most));
    }

    private WantedMeeting meeting(int index, List<Fault> faults) {
        var row = meetings.get(index);
        var chosen = timeslots.stream().filter(timeslot -> timeslot.key().equals(row.getTimeslot())).findFirst();
        var isRepeated = meetings.stream().limit(index).anyMatch(other -> other.getTimeslot() != null && other.getTimeslot().equals(row.getTimeslot()));
        if (chosen.isEmpty() || isRepeated) {
            faults.add(new Fault("meetings[" + index + "]", isRepeated ? "The section meets in this timeslot already." : "Choose a timeslot."));
            return null;
        }
        return new WantedMeeting(chosen.get().starts(), chosen.get().ends(), List.copyOf(row.getRooms()));
    }

    private Integer readMaximum(List<Fault> faults) {
        if (maxStudents == null || maxStudents.isBlank()) {
            return null;
        }
        try {
            return Integer.valueOf(maxStudents.strip());
        } catch (NumberFormatException e) {
            faults.add(new Fault("maxStudents", "\"" + maxStudents + "\" is not a whole number."));
            return null;
        }
    }

    /** Adds a meeting in the rooms of the last one. */
    void add() {
        var rooms = meetings.isEmpty() ? List.<String>of() : meetings.get(meetings.size() - 1).getRooms();
        meetings.add(new MeetingRow(null, rooms));
    }

    void remove(MeetingRow meeting) {
        meetings.remove(meeting);
    }

    public List<TimeslotChoice> getTimeslots() {
        return timeslots;
    }

    public List<MeetingRow> getMeetings() {
        return meetings;
    }

    public String getMaxStudents() {
        return maxStudents;
    }

    public void setMaxStudents(String maxStudents) {
        this.maxStudents = maxStudents;
    }
}
