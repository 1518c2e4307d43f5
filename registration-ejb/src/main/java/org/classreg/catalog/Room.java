package org.classreg.catalog;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import java.util.OptionalInt;
import org.classreg.lists.Listing;

/** A room that a program has the use of. */
@Entity
@SequenceGenerator(name = "room", sequenceName = "room_seq", allocationSize = 50)
@NamedQuery(name = Room.OF_PROGRAM, query = "select r from Room r where r.program = :program order by r.name")
public class Room {

    public static final String OF_PROGRAM = "Room.ofProgram";

    /** The orders in which rooms can be asked for. */
    public static final Listing<Room> LISTING = Listing.byText("r.name", Room::getName)
            .text("name", "r.name", Room::getName)
            .integerIfAny("seats", "r.seats", room -> room.seats)
            .inOrderOf("name");

    @Id
    @GeneratedValue(generator = "room")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "program_id")
    private Program program;

    private String name;

    private Integer seats;

    protected Room() {
    }

    /** @param seats from 0; null when unknown */
    public Room(Program program, String name, Integer seats) {
        this.program = program;
        this.name = name;
        this.seats = seats;
    }

    /** Gives it another name and number of seats, from 0 or null when unknown; the sections that meet in it are to be resized after. */
    public void change(String newName, Integer newSeats) {
        name = newName;
        seats = newSeats;
    }

    /** Empty when nobody has counted them. */
    public OptionalInt seats() {
        return seats == null ? OptionalInt.empty() : OptionalInt.of(seats);
    }

    public String getName() {
        return name;
    }

    public Program getProgram() {
        return program;
    }

    public Long getId() {
        return id;
    }
}
