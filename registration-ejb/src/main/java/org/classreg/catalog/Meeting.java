package org.classreg.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;

/** That a section meets in a timeslot, and in which rooms. */
@Entity
@SequenceGenerator(name = "meeting", sequenceName = "meeting_seq", allocationSize = 50)
public class Meeting {

    @Id
    @GeneratedValue(generator = "meeting")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "section_id")
    private ClassSection section;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "timeslot_id")
    private Timeslot timeslot;

    @ManyToMany
    @JoinTable(name = "meeting_room", joinColumns = @JoinColumn(name = "meeting_id"), inverseJoinColumns = @JoinColumn(name = "room_id"))
    private Set<Room> rooms = new HashSet<>();

    /** Whether staff let the students stay who lose their lunch with it or pass a limit; the database refuses it otherwise. */
    @Column(name = "students_kept")
    private boolean studentsKept;

    protected Meeting() {
    }

    Meeting(ClassSection section, Timeslot timeslot, Set<Room> rooms) {
        this.section = section;
        this.timeslot = timeslot;
        this.rooms.addAll(rooms);
    }

    /** Uses exactly these rooms from now on. */
    void use(Set<Room> wanted) {
        rooms.retainAll(wanted);
        rooms.addAll(wanted);
    }

    void keepStudents() {
        studentsKept = true;
    }

    /** The seats of all rooms together; empty without a room, or when a room's seats are unknown. */
    public OptionalInt roomSeats() {
        if (rooms.isEmpty() || rooms.stream().anyMatch(room -> room.seats().isEmpty())) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(rooms.stream().mapToInt(room -> room.seats().getAsInt()).sum());
    }

    public Timeslot getTimeslot() {
        return timeslot;
    }

    public Set<Room> getRooms() {
        return Set.copyOf(rooms);
    }
}
