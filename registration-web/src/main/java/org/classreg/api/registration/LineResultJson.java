package org.classreg.api.registration;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.classreg.errors.Reason;
import org.classreg.registration.LineResult;

/** What became of one line of a list: what began or ended, or why nothing did. */
@JsonbPropertyOrder({"student", "registration", "reasons"})
public record LineResultJson(String student, RegistrationJson registration, List<Reason> reasons) {

    static LineResultJson of(LineResult result) {
        var registration = result.registration();
        return new LineResultJson(result.student(), registration == null ? null : RegistrationJson.of(registration), result.reasons());
    }
}
