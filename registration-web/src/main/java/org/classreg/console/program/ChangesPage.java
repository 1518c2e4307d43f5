package org.classreg.console.program;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.SectionId;
import org.classreg.console.LocalTimes;
import org.classreg.console.Messages;
import org.classreg.console.Present;
import org.classreg.console.ProgramView;
import org.classreg.errors.InvalidInput;
import org.classreg.registration.RegistrationType;
import org.classreg.registration.RegistrationTypes;
import org.classreg.registration.RosterCounts;
import org.classreg.registration.Rosters;
import org.classreg.registration.StudentRegistration;

/** Who came to a program or a section and who left between two instants, and how many there were in between. */
@Named
@ViewScoped
public class ChangesPage implements Serializable {

    private static final int MOST_ROWS = 500;

    @Inject
    Present present;

    @Inject
    Catalog catalog;

    @Inject
    RegistrationTypes types;

    @Inject
    Rosters rosters;

    @Inject
    RosterCounts counts;

    private String programCode;
    private String sectionCode;
    private String type = RegistrationType.ENROLLED;
    private String from;
    private String to;

    private ProgramView program;
    private List<String> typeNames;
    private List<Preset> presets;
    private Instant first;
    private Instant last;
    private List<Movement> came;
    private List<Movement> left;
    private Trend trend;

    /** Reads the page; without such a program or section there is none. What is no date or type counts as not given. */
    public void load() {
        var found = catalog.getProgram(programCode);
        program = ProgramView.of(found);
        typeNames = types.all().stream().map(RegistrationType::getName).toList();
        if (!typeNames.contains(type)) {
            Messages.error("There is no registration type \"" + type + "\".");
            type = RegistrationType.ENROLLED;
        }
        presets = Preset.of(found, present.now());
        readInstants();
        compare();
    }

    private void readInstants() {
        var now = present.now();
        last = moment(to, now);
        first = moment(from, presets.get(0).from());
        if (!first.isBefore(last)) {
            Messages.error("The first instant is before the second.");
            last = now;
            first = presets.get(0).from();
        }
    }

    private Instant moment(String text, Instant otherwise) {
        try {
            var parsed = LocalTimes.parse(text, program.zone());
            return parsed == null ? otherwise : parsed;
        } catch (InvalidInput e) {
            Messages.error(e.faults().get(0).message());
            return otherwise;
        }
    }

    private void compare() {
        var difference = rosters.difference(programCode, type, first, last);
        came = difference.came().stream().filter(this::isShown).map(row -> Movement.came(row, program.zone())).toList();
        left = difference.left().stream().filter(this::isShown).map(row -> Movement.left(row, program.zone())).toList();
        var instants = Trend.instants(first, last);
        trend = Trend.of(instants, isOfSection()
                ? counts.inSection(new SectionId(programCode, sectionCode), type, instants)
                : counts.inProgram(programCode, type, instants), program.zone());
    }

    private boolean isShown(StudentRegistration registration) {
        return !isOfSection() || registration.getSection().getCode().equals(sectionCode);
    }

    public boolean isOfSection() {
        return sectionCode != null && !sectionCode.isBlank();
    }

    /** The first rows of who came; {@link #getCame} has all. */
    public List<Movement> getFirstCame() {
        return came.subList(0, Math.min(MOST_ROWS, came.size()));
    }

    /** The first rows of who left; {@link #getLeft} has all. */
    public List<Movement> getFirstLeft() {
        return left.subList(0, Math.min(MOST_ROWS, left.size()));
    }

    public List<Movement> getCame() {
        return came;
    }

    public List<Movement> getLeft() {
        return left;
    }

    public String getFirstText() {
        return LocalTimes.moment(first, program.zone());
    }

    public String getLastText() {
        return LocalTimes.moment(last, program.zone());
    }

    /** The first instant, for the field. */
    public String getFirstField() {
        return LocalTimes.field(first, program.zone());
    }

    /** The second instant, for the field; empty for now. */
    public String getLastField() {
        return to == null || to.isBlank() ? "" : LocalTimes.field(last, program.zone());
    }

    public Trend getTrend() {
        return trend;
    }

    public List<Preset> getPresets() {
        return presets;
    }

    public ProgramView getProgram() {
        return program;
    }

    public List<String> getTypeNames() {
        return typeNames;
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

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }
}
