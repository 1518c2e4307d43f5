package org.classreg.console.checkin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.SectionId;
import org.classreg.console.LocalTimes;
import org.classreg.console.Messages;
import org.classreg.console.Present;
import org.classreg.console.ProgramView;
import org.classreg.console.StudentChoice;
import org.classreg.errors.Reason;
import org.classreg.errors.Refused;
import org.classreg.registration.Batches;
import org.classreg.registration.CheckIn;
import org.classreg.registration.CheckIns;
import org.classreg.registration.Students;
import org.primefaces.PrimeFaces;

/** The desk at the door: a name and Enter check a student in; who comes without a seat walks in. */
@Named
@ViewScoped
public class CheckInPage implements Serializable {

    private static final int SUGGESTIONS = 12;

    @Inject
    Present present;

    @Inject
    Catalog catalog;

    @Inject
    CheckIns checkIns;

    @Inject
    Batches batches;

    @Inject
    Students students;

    private String programCode;
    private ProgramView program;
    private List<Row> rows;
    private List<SectionChoice> sections;
    private StudentChoice student;
    private StudentChoice walkIn;
    private String section;
    private List<String> objections = List.of();

    /** Who is in, and since when. */
    public record Row(String username, String name, String since) implements Serializable {
    }

    /** A section that somebody may walk into. */
    public record SectionChoice(String code, String label) implements Serializable {
    }

    /** Reads the page; without such a program, or a right to check in there, there is none. */
    public void load() {
        var found = catalog.getProgram(programCode);
        program = ProgramView.of(found);
        sections = catalog.sections(programCode).stream().filter(one -> one.isAccepted() && !one.isCancelled())
                .map(one -> new SectionChoice(one.getCode(), "%s %s (%d left)".formatted(one.getCode(), one.getTitle(), one.seatsLeft())))
                .toList();
        reload();
    }

    /** Reads again who is in. */
    public void reload() {
        rows = checkIns.present(programCode, present.now(), 0, Integer.MAX_VALUE).stream().map(this::row)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private Row row(CheckIn checkIn) {
        return new Row(checkIn.getStudent().getUsername(), checkIn.getStudent().name(),
                LocalTimes.moment(checkIn.getStartDate(), program.zone()));
    }

    public List<StudentChoice> search(String text) {
        return students.search(programCode, text, SUGGESTIONS).stream().map(StudentChoice::of).toList();
    }

    /** Checks the chosen student in and makes way for the next. */
    public void checkIn() {
        if (student != null) {
            checkIns.checkIn(programCode, student.username());
            Messages.success(student.name() + " is checked in.");
            student = null;
        }
        reload();
        PrimeFaces.current().focus("student");
    }

    public void checkOut(Row row) {
        checkIns.checkOut(programCode, row.username());
        Messages.success(row.name() + " is checked out.");
        reload();
    }

    /** Enrolls who walks in and checks them in, or says all that is against it. */
    public void letIn() {
        objections = List.of();
        if (walkIn == null || section == null) {
            objections = List.of("Choose a student and a section.");
            return;
        }
        try {
            batches.walkIn(new SectionId(programCode, section), walkIn.username(), Optional.empty());
            Messages.success("%s is enrolled in %s and checked in.".formatted(walkIn.name(), section));
            walkIn = null;
        } catch (Refused e) {
            objections = e.reasons().stream().map(Reason::message).toList();
        }
        load();
    }

    public ProgramView getProgram() {
        return program;
    }

    public List<Row> getRows() {
        return rows;
    }

    public List<SectionChoice> getSections() {
        return sections;
    }

    /** What is against the walk-in; empty when nothing is. */
    public List<String> getObjections() {
        return objections;
    }

    public StudentChoice getStudent() {
        return student;
    }

    public void setStudent(StudentChoice student) {
        this.student = student;
    }

    public StudentChoice getWalkIn() {
        return walkIn;
    }

    public void setWalkIn(StudentChoice walkIn) {
        this.walkIn = walkIn;
    }

    public String getSection() {
        return section;
    }

    public void setSection(String section) {
        this.section = section;
    }

    public String getProgramCode() {
        return programCode;
    }

    public void setProgramCode(String programCode) {
        this.programCode = programCode;
    }
}
