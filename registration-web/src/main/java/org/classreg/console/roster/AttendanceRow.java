package org.classreg.console.roster;

import java.io.Serializable;
import org.classreg.registration.Attendance;
import org.classreg.registration.Batches;

/** Whether somebody came, as it is saved and as it is ticked. */
public class AttendanceRow implements Serializable {

    private final String username;
    private final String name;
    private final Integer grade;
    private final boolean saved;
    private final String fault;
    private boolean present;

    private AttendanceRow(String username, String name, Integer grade, boolean saved, String fault) {
        this.username = username;
        this.name = name;
        this.grade = grade;
        this.saved = saved;
        this.fault = fault;
        present = saved;
    }

    /** @param fault why the last mark could not be saved; null if it could */
    static AttendanceRow of(Attendance attendance, String fault) {
        var student = attendance.student();
        return new AttendanceRow(student.getUsername(), student.name(), student.getGrade(), attendance.attended(), fault);
    }

    boolean isChanged() {
        return present != saved;
    }

    Batches.Mark mark() {
        return new Batches.Mark(username, present);
    }

    public String getUsername() {
        return username;
    }

    public String getName() {
        return name;
    }

    /** Null when unknown. */
    public Integer getGrade() {
        return grade;
    }

    /** Null when the last mark was saved. */
    public String getFault() {
        return fault;
    }

    public boolean isPresent() {
        return present;
    }

    public void setPresent(boolean present) {
        this.present = present;
    }
}
