package org.classreg.console.building;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import org.classreg.administration.ProgramEdits;
import org.classreg.catalog.Catalog;
import org.classreg.console.Entry;

/** A program as such: its title, time zone and days; a new one if none is named. */
@Named
@ViewScoped
public class ProgramPage implements Serializable {

    @Inject
    Catalog catalog;

    @Inject
    ProgramEdits programs;

    private final Entry entry = new Entry();
    private String code;
    private String title = "New program";

    /** Reads the program, if one is named. */
    public void load() {
        if (code == null) {
            entry.getValues().put("timeZone", ZoneId.systemDefault().getId());
            return;
        }
        var program = ProgramEdits.Wanted.of(catalog.getProgram(code));
        title = program.title();
        var values = new HashMap<String, Object>();
        values.put("code", program.code());
        values.put("title", program.title());
        values.put("timeZone", program.timeZone());
        values.put("startsOn", program.startsOn());
        values.put("endsOn", program.endsOn());
        entry.begin(code, values);
    }

    /** @return where to go on; null when something is wrong with the fields */
    public String save() {
        var saved = entry.submit(() -> {
            var wanted = new ProgramEdits.Wanted(entry.text("code"), entry.text("title"), entry.text("timeZone"), entry.day("startsOn"), entry.day("endsOn"));
            entry.requireReadable();
            return "The program " + (code == null ? programs.create(wanted) : programs.change(code, wanted, present -> { })).getTitle() + " is saved.";
        });
        return saved ? "/classes?faces-redirect=true&program=" + entry.text("code") : null;
    }

    /** @return where to go on; null when the program is in use */
    public String delete() {
        var deleted = new Entry().submit(() -> {
            programs.delete(code, present -> { });
            return "The program " + title + " is deleted.";
        });
        return deleted ? "/index?faces-redirect=true" : null;
    }

    /** All time zones that have a place in their name, by name. */
    public List<String> getZones() {
        return ZoneId.getAvailableZoneIds().stream().filter(zone -> zone.contains("/") && !zone.startsWith("Etc/")).sorted().toList();
    }

    public Entry getEntry() {
        return entry;
    }

    public String getTitle() {
        return title;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
