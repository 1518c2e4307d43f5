package org.classreg.console.section;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.Room;
import org.classreg.catalog.SectionId;
import org.classreg.console.Counts;
import org.classreg.console.Fill;
import org.classreg.console.LatestOperation;
import org.classreg.console.MeetingTimes;
import org.classreg.console.Messages;
import org.classreg.console.Present;
import org.classreg.console.ProgramView;
import org.classreg.console.Staff;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.Reason;
import org.classreg.registration.Consequence;
import org.classreg.registration.SectionChanges;
import org.classreg.registration.Treatment;
import org.primefaces.PrimeFaces;

/** Changes the times, rooms and size of a section: first shows whom that concerns, then does it in the way that is chosen. */
@Named
@ViewScoped
public class SectionChangePage implements Serializable {

    @Inject
    Present present;

    @Inject
    Staff staff;

    @Inject
    Catalog catalog;

    @Inject
    SectionChanges changes;

    @Inject
    LatestOperation latest;

    private String programCode;
    private String sectionCode;
    private ProgramView program;
    private String title;
    private String times;
    private Fill fill;
    private List<String> roomNames;
    private SectionForm form;
    private List<Concerned> concerned;
    private Treatment treatment;
    private final Map<String, String> faults = new HashMap<>();

    /** Somebody whom the change concerns, and why. */
    public record Concerned(String name, String username, String why) implements Serializable {

        static Concerned of(Consequence consequence) {
            var student = consequence.seat().getStudent();
            return new Concerned(student.name(), student.getUsername(),
                    String.join(" ", consequence.reasons().stream().map(Reason::message).toList()));
        }
    }

    /** Reads the page, for those who run the program; without such a section there is none. */
    public void load() {
        var section = catalog.getSection(getId());
        staff.require(section.getProgram());
        program = ProgramView.of(section.getProgram());
        title = section.getTitle();
        times = MeetingTimes.of(section);
        fill = Fill.of(section);
        var timeslots = catalog.timeslots(programCode).stream().map(slot -> TimeslotChoice.of(slot, program.zone())).toList();
        roomNames = catalog.rooms(programCode).stream().map(Room::getName).toList();
        form = SectionForm.of(section, timeslots);
        concerned = null;
        treatment = Treatment.KEEP;
    }

    /** Shows whom the change would concern, or says at each field what is wrong with it. */
    public void preview() {
        faults.clear();
        try {
            concerned = changes.preview(getId(), form.read()).stream().map(Concerned::of).toList();
            PrimeFaces.current().focus(concerned.isEmpty() ? "apply" : "treatment");
        } catch (InvalidInput e) {
            e.faults().forEach(fault -> faults.merge(fault.field().replace(".rooms", ""), fault.message(), (one, more) -> one + " " + more));
        }
    }

    /** Back from the preview to the form, as it was typed. */
    public void edit() {
        concerned = null;
        PrimeFaces.current().focus("max-students");
    }

    /** Does what was shown. */
    public void apply() {
        var begun = present.now();
        var met = changes.change(getId(), form.read(), treatment);
        var sentence = "%s is changed%s.".formatted(sectionCode, outcome(met.size()));
        load();
        latest.of("changeSection", begun).ifPresentOrElse(operation -> Messages.success(sentence, operation.getId()),
                () -> Messages.success(sectionCode + " is as it was: nothing changed."));
    }

    private String outcome(int count) {
        if (count == 0) {
            return "";
        }
        return switch (treatment) {
            case KEEP -> "; " + Counts.of(count, "student") + (count == 1 ? " keeps the seat" : " keep their seats");
            case WAITLIST -> "; " + Counts.of(count, "student") + (count == 1 ? " waits now" : " wait now");
            case END -> "; " + Counts.of(count, "seat") + " ended";
        };
    }

    public void addMeeting() {
        form.add();
        PrimeFaces.current().executeScript("PrimeFaces.focus('meeting:" + (form.getMeetings().size() - 1) + ":timeslot')");
    }

    public void removeMeeting(MeetingRow meeting) {
        faults.clear();
        form.remove(meeting);
        PrimeFaces.current().focus("add-meeting");
    }

    private SectionId getId() {
        return new SectionId(programCode, sectionCode);
    }

    /** What is wrong with a field; null when nothing is. */
    public String fault(String field) {
        return faults.get(field);
    }

    /** The chosen timeslot of a meeting in words. */
    public String label(MeetingRow meeting) {
        return form.getTimeslots().stream().filter(slot -> slot.key().equals(meeting.getTimeslot())).findFirst()
                .map(TimeslotChoice::label).orElse("");
    }

    /** Whether whom it concerns is shown, and the change can be applied. */
    public boolean isPreviewed() {
        return concerned != null;
    }

    public ProgramView getProgram() {
        return program;
    }

    public String getTitle() {
        return title;
    }

    /** When it meets now. */
    public String getTimes() {
        return times;
    }

    public Fill getFill() {
        return fill;
    }

    public List<String> getRoomNames() {
        return roomNames;
    }

    public SectionForm getForm() {
        return form;
    }

    public List<Concerned> getConcerned() {
        return concerned;
    }

    public Treatment getTreatment() {
        return treatment;
    }

    public void setTreatment(Treatment treatment) {
        this.treatment = treatment;
    }

    public String getProgramCode() {
        return programCode;
    }

    public void setProgramCode(String programCode) {
        this.programCode = programCode;
    }

    public String getSectionCode() {
        return sectionCode;
    }

    public void setSectionCode(String sectionCode) {
        this.sectionCode = sectionCode;
    }
}
