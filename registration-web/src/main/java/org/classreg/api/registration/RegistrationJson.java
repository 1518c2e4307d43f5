package org.classreg.api.registration;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.OffsetDateTime;
import org.classreg.api.Instants;
import org.classreg.registration.StudentRegistration;

/** A registration as the API tells it; the start is null for since always, the end is excluded and null while it is active. */
@JsonbPropertyOrder({"id", "student", "name", "section", "type", "startDate", "endDate"})
public record RegistrationJson(Long id, String student, String name, String section, String type, OffsetDateTime startDate,
        OffsetDateTime endDate) {

    public static RegistrationJson of(StudentRegistration registration) {
        var section = registration.getSection();
        var zone = section.getProgram().zone();
        var student = registration.getStudent();
        return new RegistrationJson(registration.getId(), student.getUsername(), student.name(), section.getCode(),
                registration.getType().getName(), Instants.write(registration.getStartDate(), zone),
                Instants.write(registration.getEndDate(), zone));
    }
}
