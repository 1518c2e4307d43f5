package org.classreg.console.building;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.classreg.administration.TimeslotEdits;
import org.classreg.administration.TimeslotEdits.Wanted;
import org.classreg.catalog.Catalog;
import org.classreg.console.Entry;
import org.classreg.console.LocalTimes;
import org.classreg.console.ProgramView;
import org.classreg.errors.InvalidInput;

/** The timeslots of a program: those of a day are added at once. */
@Named
@ViewScoped
public class TimeslotsPage implements Serializable {

    private static final int MOST = 50;

    @Inject
    Catalog catalog;

    @Inject
    TimeslotEdits timeslots;

    private final Entry entry = new Entry();
    private String code;
    private ProgramView program;
    private List<Row> rows;

    /** A timeslot, its times in the zone of the program. */
    public record Row(long id, String from, String to, boolean lunch, Instant start, Instant end) implements Serializable {

        Wanted with(boolean forLunch) {
            return new Wanted(start, end, forLunch);
        }
    }

    /** Reads the timeslots; without such a program there is no page. */
    public void load() {
        var found = catalog.getProgram(code);
        program = ProgramView.of(found);
        rows = catalog.timeslots(code).stream().map(slot -> new Row(slot.getId(), LocalTimes.moment(slot.getStartsAt(), found.zone()),
                LocalTimes.moment(slot.getEndsAt(), found.zone()), slot.isLunch(), slot.getStartsAt(), slot.getEndsAt())).toList();
        if (found.getStartsOn() != null) {
            entry.getValues().putIfAbsent("day", found.getStartsOn().toString());
        }
    }

    /** Adds the timeslots of a day, one after the other. */
    public void add() {
        entry.submit(() -> {
            var wanted = day();
            timeslots.createAll(code, wanted);
            return wanted.size() + (wanted.size() == 1 ? " timeslot is added." : " timeslots are added.");
        });
        load();
    }

    private List<Wanted> day() {
        var day = entry.day("day");
        var time = entry.time("start");
        var minutes = entry.number("minutes");
        var pause = entry.number("pause");
        var count = entry.number("count");
        var lunch = entry.number("lunch");
        entry.requireReadable();
        if (day == null || time == null) {
            throw new InvalidInput(day == null ? "day" : "start", "This is needed.");
        }
        if (minutes == null || minutes < 1 || minutes > 1_440) {
            throw new InvalidInput("minutes", "A timeslot has 1 to 1440 minutes.");
        }
        if (count == null || count < 1 || count > MOST) {
            throw new InvalidInput("count", "There are 1 to " + MOST + " timeslots at once.");
        }
        if (pause != null && (pause < 0 || pause > 1_440)) {
            throw new InvalidInput("pause", "A break has 0 to 1440 minutes.");
        }
        return inARow(day.atTime(time), minutes, pause == null ? 0 : pause, count, lunch);
    }

    private List<Wanted> inARow(LocalDateTime first, int minutes, int pause, int count, Integer lunch) {
        var wanted = new ArrayList<Wanted>();
        for (int i = 0; i < count; i++) {
            var start = first.atZone(program.zone()).plusMinutes((long) i * (minutes + pause));
            wanted.add(new Wanted(start.toInstant(), start.plusMinutes(minutes).toInstant(), lunch != null && lunch == i + 1));
        }
        return wanted;
    }

    /** Marks it for lunch, or takes the mark away. */
    public void toggleLunch(Row row) {
        timeslots.change(code, row.id(), row.with(!row.lunch()), present -> { });
        load();
    }

    public void delete(Row row) {
        new Entry().submit(() -> {
            timeslots.delete(code, row.id(), present -> { });
            return "The timeslot is deleted.";
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
