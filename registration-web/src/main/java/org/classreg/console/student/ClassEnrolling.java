package org.classreg.console.student;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.classreg.catalog.Catalog;
import org.classreg.console.Messages;
import org.classreg.errors.NotFound;
import org.classreg.errors.Reason;
import org.classreg.errors.Refused;
import org.classreg.registration.Enrollments;
import org.primefaces.PrimeFaces;

/** Gives the student of the page a seat in whichever section of a class fits. */
@Named
@ViewScoped
public class ClassEnrolling implements Serializable {

    @Inject
    Catalog catalog;

    @Inject
    Enrollments enrollments;

    @Inject
    StudentPage page;

    private List<ClassChoice> choices;
    private String code;
    private List<String> objections = List.of();

    /** Enrolls, or says all that is against it. */
    public void enroll() {
        objections = code == null ? List.of("Type the code of a class first.") : List.of();
        if (code == null) {
            return;
        }
        try {
            var enrolled = enrollments.enrollInClass(page.getProgramCode(), code.strip(), page.getUsername());
            Messages.success(enrolled + ".", enrolled.getStartedBy().getId());
            code = null;
            choices = null;
            page.load();
        } catch (Refused e) {
            objections = e.reasons().stream().map(Reason::message).toList();
        } catch (NotFound e) {
            objections = List.of(e.getMessage());
        }
        PrimeFaces.current().focus("class");
    }

    /** The classes of the program. */
    public List<ClassChoice> getChoices() {
        if (choices == null) {
            choices = ClassChoice.of(catalog.sections(page.getProgramCode()));
        }
        return choices;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    /** What is against it; empty when nothing is. */
    public List<String> getObjections() {
        return objections;
    }
}
