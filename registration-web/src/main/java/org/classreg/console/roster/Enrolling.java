package org.classreg.console.roster;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.classreg.console.Messages;
import org.classreg.console.StudentChoice;
import org.classreg.errors.Reason;
import org.classreg.errors.Refused;
import org.classreg.people.People;
import org.classreg.registration.Registrations;
import org.primefaces.PrimeFaces;

/** Gives a student a seat in the section of the roster. */
@Named
@ViewScoped
public class Enrolling implements Serializable {

    private static final int SUGGESTIONS = 12;

    @Inject
    People people;

    @Inject
    Registrations registrations;

    @Inject
    RosterPage page;

    private StudentChoice student;
    private List<String> objections = List.of();

    public List<StudentChoice> search(String text) {
        return people.searchStudents(text, SUGGESTIONS).stream().map(StudentChoice::of).toList();
    }

    /** Says at once what is against the chosen student. */
    public void choose() {
        objections = messages(registrations.eligibility(page.getId(), student.username()));
    }

    /** Enrolls the chosen student and makes way for the next, or says all that is against it. */
    public void enroll() {
        if (student == null) {
            objections = List.of("Choose a student from the list first.");
            return;
        }
        try {
            Messages.success(registrations.enroll(page.getId(), student.username()) + ".");
            clear();
        } catch (Refused e) {
            objections = messages(e.reasons());
        }
        page.reload();
        PrimeFaces.current().focus("student");
    }

    public void clear() {
        student = null;
        objections = List.of();
    }

    private static List<String> messages(List<Reason> reasons) {
        return reasons.stream().map(Reason::message).toList();
    }

    public StudentChoice getStudent() {
        return student;
    }

    public void setStudent(StudentChoice student) {
        this.student = student;
    }

    /** What is against the chosen student; empty when nothing is. */
    public List<String> getObjections() {
        return objections;
    }
}
