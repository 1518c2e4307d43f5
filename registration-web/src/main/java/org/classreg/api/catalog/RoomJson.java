package org.classreg.api.catalog;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.classreg.administration.RoomEdits;
import org.classreg.catalog.Room;

/** A room as the API tells and takes it; the seats are null when nobody has counted them. */
@JsonbPropertyOrder({"name", "seats"})
public record RoomJson(String name, Integer seats) {

    static RoomJson of(Room room) {
        var told = RoomEdits.Wanted.of(room);
        return new RoomJson(told.name(), told.seats());
    }

    RoomEdits.Wanted toWanted() {
        return new RoomEdits.Wanted(name, seats);
    }
}
