package org.classreg.console.roster;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.SectionId;
import org.classreg.console.Counts;
import org.classreg.console.MeetingTimes;
import org.classreg.console.Messages;
import org.classreg.console.Present;
import org.classreg.console.ProgramView;
import org.classreg.errors.Reason;
import org.classreg.operations.Operation;
import org.classreg.registration.Batches;
import org.classreg.registration.LineResult;
import org.classreg.registration.Rosters;
import org.classreg.registration.StudentRegistration;

/** Takes the attendance of a whole section, saved as one operation. */
@Named
@ViewScoped
public class AttendancePage implements Serializable {

    @Inject
    Present present;

    @Inject
    Catalog catalog;

    @Inject
    Rosters rosters;

    @Inject
    Batches batches;

    private String programCode;
    private String sectionCode;
    private ProgramView program;
    private String title;
    private String times;
    private List<AttendanceRow> rows;

    /** Reads the page; without such a section there is none. */
    public void load() {
        var section = catalog.getSection(getId());
        program = ProgramView.of(section.getProgram());
        title = section.getTitle();
        times = MeetingTimes.of(section);
        read(Map.of());
    }

    private void read(Map<String, String> faults) {
        rows = rosters.attendance(getId(), present.now()).stream()
                .map(attendance -> AttendanceRow.of(attendance, faults.get(attendance.student().getUsername()))).toList();
    }

    /** Saves what differs from what was shown, so that the marks of somebody else stay. */
    public void save() {
        var marks = rows.stream().filter(AttendanceRow::isChanged).map(AttendanceRow::mark).toList();
        if (marks.isEmpty()) {
            Messages.success("There is nothing new to save.");
            return;
        }
        var results = batches.markAttendance(getId(), marks);
        var refused = results.stream().filter(result -> !result.reasons().isEmpty())
                .collect(Collectors.toMap(LineResult::student, AttendancePage::why));
        read(refused);
        tell(results, refused.size());
    }

    private void tell(List<LineResult> results, int refused) {
        var sentence = "Attendance of %s is saved: %d of %d present.".formatted(sectionCode, getPresentCount(), rows.size());
        results.stream().map(LineResult::registration).flatMap(Stream::ofNullable).findFirst().ifPresentOrElse(
                changed -> Messages.success(sentence, operation(changed).getId()), () -> Messages.success(sentence));
        if (refused > 0) {
            Messages.error(Counts.of(refused, "mark") + " could not be saved; beside each student stands why.");
        }
    }

    private static Operation operation(StudentRegistration changed) {
        return changed.hasEnded() ? changed.getEndedBy() : changed.getStartedBy();
    }

    private static String why(LineResult result) {
        return result.reasons().stream().map(Reason::message).collect(Collectors.joining(" "));
    }

    public long getPresentCount() {
        return rows.stream().filter(AttendanceRow::isPresent).count();
    }

    private SectionId getId() {
        return new SectionId(programCode, sectionCode);
    }

    public ProgramView getProgram() {
        return program;
    }

    public String getTitle() {
        return title;
    }

    public String getTimes() {
        return times;
    }

    /** Everybody who is enrolled, by name. */
    public List<AttendanceRow> getRows() {
        return rows;
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
