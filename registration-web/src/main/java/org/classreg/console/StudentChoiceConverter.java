package org.classreg.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.classreg.registration.Students;

/** Students by username in the fields of a page. */
@Named
@ApplicationScoped
public class StudentChoiceConverter implements Converter<StudentChoice> {

    @Inject
    Students students;

    @Override
    public StudentChoice getAsObject(FacesContext context, UIComponent component, String username) {
        return username == null || username.isBlank() ? null : students.find(username).map(StudentChoice::of).orElse(null);
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, StudentChoice choice) {
        return choice == null ? "" : choice.username();
    }
}
