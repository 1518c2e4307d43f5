package org.classreg.console.roster;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.SectionId;
import org.classreg.console.Fill;
import org.classreg.console.LocalTimes;
import org.classreg.console.MeetingTimes;
import org.classreg.console.Messages;
import org.classreg.console.Present;
import org.classreg.console.ProgramView;
import org.classreg.errors.InvalidInput;
import org.classreg.registration.Attendance;
import org.classreg.registration.RegistrationType;
import org.classreg.registration.RegistrationTypes;
import org.classreg.registration.Registrations;
import org.classreg.registration.Rosters;
import org.classreg.registration.Waitlists;
import org.primefaces.PrimeFaces;

/** Who is in a section, in which way, now or at another instant; and what can be done about it now. */
@Named
@ViewScoped
public class RosterPage implements Serializable {

    @Inject
    Present present;

    @Inject
    Catalog catalog;

    @Inject
    Rosters rosters;

    @Inject
    Waitlists waitlists;

    @Inject
    Registrations registrations;

    @Inject
    RegistrationTypes types;

    private String programCode;
    private String sectionCode;
    private String type = RegistrationType.ENROLLED;
    private String at;

    private ProgramView program;
    private Head head;
    private Instant moment;
    private Fill fill;
    private List<String> typeNames;
    private boolean cancelled;
    private List<RosterRow> rows;
    private List<RosterRow> line;

    /** What the head of the page says of the section. */
    public record Head(String title, String times, String rooms) implements Serializable {
    }

    /** Reads the page; without such a section there is none. A date that is none, or an unknown type, counts as not given. */
    public void load() {
        var section = catalog.getSection(getId());
        program = ProgramView.of(section.getProgram());
        head = new Head(section.getTitle(), MeetingTimes.of(section), String.join(", ", section.roomNames()));
        typeNames = types.all().stream().map(RegistrationType::getName).toList();
        if (!typeNames.contains(type)) {
            Messages.error("There is no registration type \"" + type + "\".");
            type = RegistrationType.ENROLLED;
        }
        readMoment();
        reload();
    }

    private void readMoment() {
        try {
            moment = LocalTimes.parse(at, program.zone());
        } catch (InvalidInput e) {
            Messages.error(e.faults().get(0).message());
        }
    }

    /** Reads again who is in the section. */
    public void reload() {
        var instant = moment == null ? present.now() : moment;
        var attended = attended(instant);
        rows = rosters.roster(getId(), type, instant, 0, Integer.MAX_VALUE).stream()
                .map(row -> RosterRow.of(row, attended.contains(row.getStudent().getUsername())))
                .collect(Collectors.toCollection(ArrayList::new));
        var taken = rosters.count(getId(), RegistrationType.ENROLLED, instant);
        var section = catalog.getSection(getId());
        fill = new Fill((int) taken, section.getCapacity());
        cancelled = section.isCancelled();
        line = waitlists.line(getId(), instant, 0, Integer.MAX_VALUE).stream().map(waiting -> RosterRow.of(waiting, false))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Counts the seats anew and hands the numbers to the script of the page: the list stays as it is, for whoever is working in it. */
    public void refresh() {
        var taken = (int) rosters.count(getId(), RegistrationType.ENROLLED, present.now());
        var fills = Json.createObjectBuilder().add("section " + sectionCode,
                Json.createArrayBuilder().add(taken).add(catalog.getSection(getId()).getCapacity()));
        PrimeFaces.current().ajax().addCallbackParam("fills", fills.build().toString());
    }

    private Set<String> attended(Instant instant) {
        return rosters.attendance(getId(), instant).stream().filter(Attendance::attended)
                .map(attendance -> attendance.student().getUsername()).collect(Collectors.toSet());
    }

    /** Ends a registration. */
    public void expire(RosterRow row) {
        var ended = registrations.expire(row.id());
        reload();
        Messages.success("%s is no longer %s in %s.".formatted(row.name(), ended.getType().getName(), sectionCode), ended.getEndedBy().getId());
    }

    /** Notes that a student has come. */
    public void markAttended(RosterRow row) {
        var attended = registrations.register(getId(), row.username(), RegistrationType.ATTENDED);
        Messages.success(attended + ".", attended.getStartedBy().getId());
        reload();
    }

    /** The section by name. */
    public SectionId getId() {
        return new SectionId(programCode, sectionCode);
    }

    /** Whether this is the present, in which changes are made. */
    public boolean isNow() {
        return moment == null;
    }

    public boolean isEnrolledType() {
        return RegistrationType.ENROLLED.equals(type);
    }

    /** The instant looked at, for people. */
    public String getMomentText() {
        return LocalTimes.moment(moment, program.zone());
    }

    /** The instant looked at, for the field. */
    public String getMomentField() {
        return LocalTimes.field(moment, program.zone());
    }

    public String since(RosterRow row) {
        return LocalTimes.moment(row.since(), program.zone());
    }

    public ProgramView getProgram() {
        return program;
    }

    public Head getHead() {
        return head;
    }

    public Fill getFill() {
        return fill;
    }

    public List<String> getTypeNames() {
        return typeNames;
    }

    public List<RosterRow> getRows() {
        return rows;
    }

    /** Who waits for a seat, in line. */
    public List<RosterRow> getLine() {
        return line;
    }

    /** Whether the section, or its class, is cancelled now. */
    public boolean isCancelled() {
        return cancelled;
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

    public String getType() {
        return type;
    }

    /** A blank one is the default. */
    public void setType(String wanted) {
        type = wanted == null || wanted.isBlank() ? RegistrationType.ENROLLED : wanted;
    }

    public String getAt() {
        return at;
    }

    public void setAt(String at) {
        this.at = at;
    }
}
