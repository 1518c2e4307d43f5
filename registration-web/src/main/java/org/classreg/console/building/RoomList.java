package org.classreg.console.building;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import org.classreg.administration.RoomEdits;
import org.classreg.administration.RoomEdits.Wanted;
import org.classreg.catalog.Catalog;
import org.classreg.console.Entry;
import org.classreg.console.ProgramView;

/** The rooms of a program. */
@Named
@ViewScoped
public class RoomList implements Serializable {

    @Inject
    Catalog catalog;

    @Inject
    RoomEdits rooms;

    private final Entry entry = new Entry();
    private String code;
    private ProgramView program;
    private List<Row> rows;

    /** @param seats null when nobody has counted them */
    public record Row(String name, Integer seats) implements Serializable {
    }

    /** Reads the rooms; without such a program there is no page. */
    public void load() {
        program = ProgramView.of(catalog.getProgram(code));
        rows = catalog.rooms(code).stream().map(Wanted::of).map(room -> new Row(room.name(), room.seats())).toList();
    }

    public void edit(Row row) {
        var values = new HashMap<String, Object>();
        values.put("name", row.name());
        values.put("seats", row.seats());
        entry.begin(row.name(), values);
    }

    /** Adds the room, or changes the one that was chosen. */
    public void save() {
        var saved = entry.submit(() -> {
            var wanted = new Wanted(entry.text("name"), entry.number("seats"));
            entry.requireReadable();
            var room = entry.getKey() == null ? rooms.create(code, wanted) : rooms.change(code, entry.getKey(), wanted, present -> { });
            return "The room " + room.getName() + " is saved.";
        });
        if (saved) {
            entry.begin();
        }
        load();
    }

    public void delete(Row row) {
        new Entry().submit(() -> {
            rooms.delete(code, row.name(), present -> { });
            return "The room " + row.name() + " is deleted.";
        });
        load();
    }

    public Entry getEntry() {
        return entry;
    }

    public ProgramView getProgram() {
        return program;
    }

    public List<Row> getRows() {
        return rows;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
