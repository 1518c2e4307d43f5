package org.classreg.api.registration;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.OffsetDateTime;
import org.classreg.api.Instants;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.ClassSubject;
import org.classreg.registration.OverrideKind;
import org.classreg.registration.StudentOverride;

/**
 * A student's override as the API tells it.
 *
 * @param subject the code of the only class; null for all
 * @param section the code of the only section; null for all
 * @param until excluded; null for without end
 */
@JsonbPropertyOrder({"id", "student", "kind", "class", "section", "from", "until", "reason"})
public record StudentOverrideJson(Long id, String student, OverrideKind kind, @JsonbProperty("class") @JsonbNillable String subject, String section,
        OffsetDateTime from, OffsetDateTime until, String reason) {

    static StudentOverrideJson of(StudentOverride override) {
        var zone = override.getProgram().zone();
        return new StudentOverrideJson(override.getId(), override.getStudent().getUsername(), override.getKind(),
                override.subject().map(ClassSubject::getCode).orElse(null), override.section().map(ClassSection::getCode).orElse(null),
                Instants.write(override.getStartDate(), zone), Instants.write(override.getEndDate(), zone), override.getReason());
    }
}
