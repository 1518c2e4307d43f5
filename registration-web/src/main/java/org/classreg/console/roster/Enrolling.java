package org.classreg.console.roster;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.classreg.console.Messages;
import org.classreg.console.StudentChoice;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.Reason;
import org.classreg.errors.Refused;
import org.classreg.registration.Enrollments;
import org.classreg.registration.RegistrationType;
import org.classreg.registration.Registrations;
import org.classreg.registration.RuleOverride;
import org.classreg.registration.StudentRegistration;
import org.classreg.registration.Students;
import org.primefaces.PrimeFaces;

/** Gives a student a seat in the section of the roster. */
@Named
@ViewScoped
public class Enrolling implements Serializable {

    private static final int SUGGESTIONS = 12;

    @Inject
    Students students;

    @Inject
    Registrations registrations;

    @Inject
    Enrollments enrollments;

    @Inject
    ScheduleConflicts conflicts;

    @Inject
    RosterPage page;

    private StudentChoice student;
    private List<String> objections = List.of();
    private List<String> inTheWay = List.of();
    private Set<String> overridable = Set.of();
    private String overrideReason;
    private String overrideFault;

    public List<StudentChoice> search(String text) {
        return students.search(page.getProgramCode(), text, SUGGESTIONS).stream().map(StudentChoice::of).toList();
    }

    /** Says at once what is against the chosen student. */
    public void choose() {
        object(registrations.eligibility(page.getId(), student.username()));
    }

    /** Enrolls the chosen student and makes way for the next, or says all that is against it. */
    public void enroll() {
        if (student == null) {
            objections = List.of("Choose a student from the list first.");
            return;
        }
        enroll(() -> registrations.enroll(page.getId(), student.username()));
    }

    /** Enrolls the chosen student although rules speak against it, which the journal keeps with the reason. */
    public void enrollAnyway() {
        try {
            enroll(() -> registrations.registerAnyway(page.getId(), student.username(), RegistrationType.ENROLLED,
                    new RuleOverride(overridable, overrideReason)));
        } catch (InvalidInput e) {
            overrideFault = e.faults().get(0).message();
            PrimeFaces.current().focus("override-reason");
        }
    }

    /** Enrolls the chosen student and ends what is in the way, all or nothing. */
    public void swap() {
        enroll(() -> enrollments.swapInto(page.getId(), student.username()));
    }

    private void enroll(Supplier<StudentRegistration> enrollment) {
        try {
            var enrolled = enrollment.get();
            Messages.success(enrolled + ".", enrolled.getStartedBy().getId());
            clear();
        } catch (Refused e) {
            object(e.reasons());
        }
        page.reload();
        PrimeFaces.current().focus("student");
    }

    public void clear() {
        student = null;
        overrideReason = null;
        object(List.of());
    }

    private void object(List<Reason> reasons) {
        objections = reasons.stream().map(Reason::message).toList();
        var codes = reasons.stream().map(Reason::code).collect(Collectors.toSet());
        overridable = RuleOverride.ALLOWED.containsAll(codes) ? codes : Set.of();
        overrideFault = null;
        inTheWay = student == null ? List.of() : conflicts.inTheWay(page.getId(), student.username(), codes);
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

    /** What a swap would end; empty when a swap would not help. */
    public List<String> getInTheWay() {
        return inTheWay;
    }

    /** Whether staff may override all that is against the chosen student. */
    public boolean isOverridable() {
        return !overridable.isEmpty();
    }

    /** What is wrong with the reason; null when nothing is. */
    public String getOverrideFault() {
        return overrideFault;
    }

    public String getOverrideReason() {
        return overrideReason;
    }

    public void setOverrideReason(String reason) {
        overrideReason = reason;
    }
}
