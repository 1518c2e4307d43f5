package org.classreg.console.student;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.classreg.catalog.Catalog;
import org.classreg.console.ProgramView;
import org.classreg.console.StudentChoice;
import org.classreg.registration.Students;

/** Finds students by name. */
@Named
@ViewScoped
public class StudentsPage implements Serializable {

    private static final int MOST = 50;

    @Inject
    Catalog catalog;

    @Inject
    Students students;

    private String programCode;
    private ProgramView program;
    private String text;
    private List<StudentChoice> found = List.of();

    /** Reads the page; without such a program there is none. */
    public void load() {
        program = ProgramView.of(catalog.getProgram(programCode));
        search();
    }

    public void search() {
        found = students.search(programCode, text == null ? "" : text, MOST).stream().map(StudentChoice::of).toList();
    }

    /** Whether there may be more than are shown. */
    public boolean isCut() {
        return found.size() == MOST;
    }

    public ProgramView getProgram() {
        return program;
    }

    public List<StudentChoice> getFound() {
        return found;
    }

    public String getProgramCode() {
        return programCode;
    }

    public void setProgramCode(String programCode) {
        this.programCode = programCode;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
