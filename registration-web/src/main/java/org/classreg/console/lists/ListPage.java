package org.classreg.console.lists;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.SectionId;
import org.classreg.console.Background;
import org.classreg.console.Counts;
import org.classreg.console.Failures;
import org.classreg.console.Messages;
import org.classreg.console.ProgramView;
import org.classreg.console.Staff;
import org.classreg.console.Work;
import org.classreg.errors.InvalidInput;
import org.classreg.registration.Batches;
import org.classreg.registration.RegistrationType;
import org.classreg.registration.RegistrationTypes;

/** Registers a list of students in a program or a section, and says of each line what became of it. */
@Named
@ViewScoped
public class ListPage implements Serializable {

    @Inject
    Staff staff;

    @Inject
    Catalog catalog;

    @Inject
    RegistrationTypes types;

    @Inject
    Batches batches;

    @Inject
    Background background;

    private String programCode;
    private String sectionCode;
    private ProgramView program;
    private String sectionTitle;
    private List<String> typeNames;
    private String type = RegistrationType.ENROLLED;
    private String text;
    private String fault;
    private List<ListLine> lines = List.of();
    private List<LineOutcome> outcomes = List.of();
    private transient Work<List<LineOutcome>> work;

    /** Reads the page, for those who run the program; without such a program, or such a section if one is named, there is none. */
    public void load() {
        var found = catalog.getProgram(programCode);
        staff.require(found);
        program = ProgramView.of(found);
        sectionTitle = isOfSection() ? catalog.getSection(new SectionId(programCode, sectionCode)).getTitle() : null;
        typeNames = types.all().stream().map(RegistrationType::getName).filter(name -> !RegistrationType.OFFERED.equals(name)).toList();
    }

    /** Begins to register the lines, or says why it cannot. */
    public void register() {
        outcomes = List.of();
        lines = text == null ? List.of() : ListLine.read(text);
        fault = lines.isEmpty() ? "Paste at least one username." : null;
        if (fault == null) {
            var readable = lines.stream().filter(line -> line.fault(sectionCode) == null).toList();
            var wanted = readable.stream().map(line -> line.toLine(sectionCode, type)).toList();
            work = background.start(() -> LineOutcome.of(readable, batches.register(programCode, wanted)));
        }
    }

    /** Sees whether it is done. */
    public void check() {
        if (work != null && work.isDone()) {
            var done = work;
            work = null;
            finish(done);
        }
    }

    private void finish(Work<List<LineOutcome>> done) {
        try {
            outcomes = LineOutcome.inOrder(done.result(), lines, sectionCode);
        } catch (Work.WorkFailed e) {
            fault = Failures.find(e, InvalidInput.class).orElseThrow(() -> e).faults().get(0).message();
            return;
        }
        var sentence = "%s of %s registered.".formatted(getDone(), Counts.of(outcomes.size(), "line"));
        outcomes.stream().filter(LineOutcome::done).findFirst().ifPresentOrElse(
                first -> Messages.success(sentence, first.operation()), () -> Messages.error("None of the lines could be registered."));
    }

    /** Leaves in the field what failed alone, to mend it and register it again. */
    public void keepFailed() {
        text = outcomes.stream().filter(outcome -> !outcome.done()).map(outcome -> outcome.line().text())
                .collect(Collectors.joining("\n"));
        outcomes = new ArrayList<>();
    }

    public boolean isRunning() {
        return work != null;
    }

    public long getDone() {
        return outcomes.stream().filter(LineOutcome::done).count();
    }

    /** How many lines could not be registered. */
    public long getFailed() {
        return outcomes.size() - getDone();
    }

    /** Whether the lines need no section of their own. */
    public boolean isOfSection() {
        return sectionCode != null && !sectionCode.isBlank();
    }

    public ProgramView getProgram() {
        return program;
    }

    public String getSectionTitle() {
        return sectionTitle;
    }

    public List<String> getTypeNames() {
        return typeNames;
    }

    /** What is wrong with the list as a whole; null when nothing is. */
    public String getFault() {
        return fault;
    }

    /** What became of each line; empty before. */
    public List<LineOutcome> getOutcomes() {
        return outcomes;
    }

    /** How many lines are being registered. */
    public int getLineCount() {
        return lines.size();
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

    public void setType(String type) {
        this.type = type;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
