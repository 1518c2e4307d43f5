package org.classreg.console.building;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.classreg.administration.SectionEdits;
import org.classreg.administration.SectionEdits.State;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.Room;
import org.classreg.catalog.SectionId;
import org.classreg.console.Entry;
import org.classreg.console.LocalTimes;
import org.classreg.registration.SectionChanges.WantedMeeting;

/** Adds sections to the classes of a program, opens and closes them, and deletes those that nobody was in. */
@Named
@ViewScoped
public class NewSection implements Serializable {

    @Inject
    Catalog catalog;

    @Inject
    SectionEdits sections;

    @Inject
    ClassesPage page;

    private final Entry entry = new Entry();
    private String subject;
    private List<String> timeslots = new ArrayList<>();

    /** @param id the timeslot's, as text */
    public record Choice(String id, String label) implements Serializable {
    }

    public void begin(String ofClass) {
        entry.begin();
        subject = ofClass;
        timeslots = new ArrayList<>();
    }

    public void save() {
        var saved = entry.submit(() -> {
            var most = entry.number("maxStudents");
            entry.requireReadable();
            var room = Stream.ofNullable(entry.text("room")).toList();
            var meetings = timeslots.stream().map(id -> catalog.getTimeslot(page.getCode(), Long.parseLong(id)))
                    .map(slot -> new WantedMeeting(slot.getStartsAt(), slot.getEndsAt(), room)).toList();
            var section = sections.create(page.getCode(), new SectionEdits.Wanted(subject, null, most, new State("accepted", true), meetings));
            return "The section " + section.getCode() + " is added, with " + section.getCapacity() + " seats.";
        });
        if (saved) {
            begin(null);
        }
        page.load();
    }

    /** Opens the registration of a section, or closes it. */
    public void toggle(ClassesPage.Section section) {
        var id = new SectionId(page.getCode(), section.code());
        new Entry().submit(() -> {
            sections.change(id, new State(State.of(catalog.getSection(id)).status(), !section.open()), present -> { });
            return section.code() + (section.open() ? " is closed." : " is open.");
        });
        page.load();
    }

    public void delete(ClassesPage.Section section) {
        new Entry().submit(() -> {
            sections.delete(new SectionId(page.getCode(), section.code()), present -> { });
            return "The section " + section.code() + " is deleted.";
        });
        page.load();
    }

    public List<Choice> getChoices() {
        return catalog.timeslots(page.getCode()).stream().map(slot -> new Choice(slot.getId().toString(),
                LocalTimes.moment(slot.getStartsAt(), slot.getProgram().zone()) + (slot.isLunch() ? " (lunch)" : ""))).toList();
    }

    public List<String> getRooms() {
        return catalog.rooms(page.getCode()).stream().map(Room::getName).toList();
    }

    public Entry getEntry() {
        return entry;
    }

    /** The code of the class; null before one is chosen. */
    public String getSubject() {
        return subject;
    }

    public List<String> getTimeslots() {
        return timeslots;
    }

    public void setTimeslots(List<String> timeslots) {
        this.timeslots = timeslots;
    }
}
