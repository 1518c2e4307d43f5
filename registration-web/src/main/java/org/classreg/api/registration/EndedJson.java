package org.classreg.api.registration;

import java.util.List;
import org.classreg.registration.StudentRegistration;

/** The registrations that an operation ended, or would end. */
public record EndedJson(List<RegistrationJson> ended) {

    static EndedJson of(List<StudentRegistration> ended) {
        return new EndedJson(ended.stream().map(RegistrationJson::of).toList());
    }
}
