package org.classreg.console.student;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.Program;
import org.classreg.console.LocalTimes;
import org.classreg.console.MeetingTimes;
import org.classreg.console.Messages;
import org.classreg.console.OperationWords;
import org.classreg.console.Present;
import org.classreg.console.ProgramView;
import org.classreg.console.StudentChoice;
import org.classreg.errors.InvalidInput;
import org.classreg.registration.Interests;
import org.classreg.registration.Preferences;
import org.classreg.registration.Schedules;
import org.classreg.registration.StudentRegistration;
import org.classreg.registration.Students;

/** What a student has in a program, now or at another instant, what the student asked for, and all that ever was. */
@Named
@ViewScoped
public class StudentPage implements Serializable {

    private static final int LONGEST_HISTORY = 500;

    @Inject
    Present present;

    @Inject
    Catalog catalog;

    @Inject
    Students students;

    @Inject
    Schedules schedules;

    @Inject
    Preferences preferences;

    @Inject
    Interests interests;

    private String programCode;
    private String username;
    private String at;

    private ProgramView program;
    private StudentChoice student;
    private Instant moment;
    private Timetable timetable;
    private List<Row> schedule;
    private List<Row> wishes;
    private List<String> interestedIn;
    private List<Change> history;

    /** A registration in the present tense. */
    public record Row(String section, String title, String times, String rooms, String type) implements Serializable {

        static Row of(StudentRegistration registration) {
            var section = registration.getSection();
            return new Row(section.getCode(), section.getTitle(), MeetingTimes.of(section), String.join(", ", section.roomNames()),
                    registration.getType().getName());
        }
    }

    /** A registration with its beginning and end, and who stood behind each; empty texts for an end that is not yet. */
    public record Change(String section, String title, String type, String from, String to, String startedBy, String endedBy)
            implements Serializable {
    }

    /** Reads the page; without such a program or person there is none. A date that is none counts as not given. */
    public void load() {
        var found = catalog.getProgram(programCode);
        program = ProgramView.of(found);
        student = StudentChoice.of(students.get(programCode, username));
        try {
            moment = LocalTimes.parse(at, program.zone());
        } catch (InvalidInput e) {
            Messages.error(e.faults().get(0).message());
        }
        readSchedule(found);
        wishes = preferences.of(programCode, username).stream().map(Row::of).toList();
        interestedIn = interests.of(programCode, username).stream()
                .map(interest -> interest.getSubject().getCode() + " " + interest.getSubject().getTitle()).toList();
        history = schedules.history(programCode, username, 0, LONGEST_HISTORY).stream().map(this::change).toList();
    }

    private void readSchedule(Program found) {
        var registrations = schedules.schedule(programCode, username, moment == null ? present.now() : moment);
        schedule = registrations.stream().map(Row::of).toList();
        timetable = Timetable.of(found, registrations.stream().map(StudentRegistration::getSection).toList());
    }

    private Change change(StudentRegistration registration) {
        return new Change(registration.getSection().getCode(), registration.getSection().getTitle(), registration.getType().getName(),
                LocalTimes.moment(registration.getStartDate(), program.zone()),
                LocalTimes.moment(registration.getEndDate(), program.zone()),
                OperationWords.by(registration.getStartedBy()), OperationWords.by(registration.getEndedBy()));
    }

    /** Whether this is the present. */
    public boolean isNow() {
        return moment == null;
    }

    /** The instant looked at, for people. */
    public String getMomentText() {
        return LocalTimes.moment(moment, program.zone());
    }

    /** The instant looked at, for the field. */
    public String getMomentField() {
        return LocalTimes.field(moment, program.zone());
    }

    public ProgramView getProgram() {
        return program;
    }

    public StudentChoice getStudent() {
        return student;
    }

    public Timetable getTimetable() {
        return timetable;
    }

    public List<Row> getSchedule() {
        return schedule;
    }

    public List<Row> getWishes() {
        return wishes;
    }

    /** Classes, each by code and title. */
    public List<String> getInterestedIn() {
        return interestedIn;
    }

    public List<Change> getHistory() {
        return history;
    }

    public String getProgramCode() {
        return programCode;
    }

    public void setProgramCode(String programCode) {
        this.programCode = programCode;
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getAt() {
        return at;
    }

    public void setAt(String at) {
        this.at = at;
    }
}
