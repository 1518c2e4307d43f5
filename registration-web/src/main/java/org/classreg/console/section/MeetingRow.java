package org.classreg.console.section;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** A meeting as staff choose it: a timeslot, by its key, and rooms by name. */
public class MeetingRow implements Serializable {

    private String timeslot;
    private List<String> rooms;

    /** @param timeslot null for none yet */
    MeetingRow(String timeslot, List<String> rooms) {
        this.timeslot = timeslot;
        this.rooms = new ArrayList<>(rooms);
    }

    public String getTimeslot() {
        return timeslot;
    }

    public void setTimeslot(String timeslot) {
        this.timeslot = timeslot;
    }

    public List<String> getRooms() {
        return rooms;
    }

    public void setRooms(List<String> rooms) {
        this.rooms = rooms;
    }
}
