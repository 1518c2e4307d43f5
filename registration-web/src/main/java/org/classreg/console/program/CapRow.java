package org.classreg.console.program;

import java.io.Serializable;
import org.classreg.catalog.ProgramSettings.Cap;

/** A cap of the program as staff type it, empty for an open end of the grades. */
public class CapRow implements Serializable {

    private String gradeMin;
    private String gradeMax;
    private String maxStudents;

    CapRow(String gradeMin, String gradeMax, String maxStudents) {
        this.gradeMin = gradeMin;
        this.gradeMax = gradeMax;
        this.maxStudents = maxStudents;
    }

    static CapRow of(Cap cap) {
        return new CapRow(SettingsForm.text(cap.gradeMin()), SettingsForm.text(cap.gradeMax()), Integer.toString(cap.maxStudents()));
    }

    public String getGradeMin() {
        return gradeMin;
    }

    public void setGradeMin(String gradeMin) {
        this.gradeMin = gradeMin;
    }

    public String getGradeMax() {
        return gradeMax;
    }

    public void setGradeMax(String gradeMax) {
        this.gradeMax = gradeMax;
    }

    public String getMaxStudents() {
        return maxStudents;
    }

    public void setMaxStudents(String maxStudents) {
        this.maxStudents = maxStudents;
    }
}
