package org.classreg.api.registration;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.classreg.api.Instants;
import org.classreg.registration.StudentRegistration;

/**
 * A registration as the API tells it; the start is null for since always, the end is excluded and null while it is active.
 *
 * @param place in line, the lower the earlier; null for all but a waitlist
 * @param lapsesAt when an offered seat goes to the next; null for all but an offer
 */
@JsonbPropertyOrder({"id", "student", "name", "section", "type", "startDate", "endDate", "place", "lapsesAt"})
public record RegistrationJson(Long id, String student, String name, String section, String type, OffsetDateTime startDate,
        OffsetDateTime endDate, Integer place, OffsetDateTime lapsesAt) {

    public static RegistrationJson of(StudentRegistration registration) {
        return of(registration, null);
    }

    /** @param known as of which instant it is told: then it has not ended that ends later; null for now */
    static RegistrationJson of(StudentRegistration registration, Instant known) {
        var end = registration.getEndDate();
        var section = registration.getSection();
        var zone = section.getProgram().zone();
        var student = registration.getStudent();
        return new RegistrationJson(registration.getId(), student.getUsername(), student.name(), section.getCode(),
                registration.getType().getName(), Instants.write(registration.getStartDate(), zone),
                Instants.write(known != null && end != null && end.isAfter(known) ? null : end, zone), registration.place().orElse(null),
                Instants.write(registration.lapsesAt().orElse(null), zone));
    }
}
