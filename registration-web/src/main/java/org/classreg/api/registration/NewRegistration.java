package org.classreg.api.registration;

import jakarta.validation.constraints.NotBlank;
import org.classreg.registration.RegistrationType;

/** What to register: a student by username, and the type, Enrolled unless it is given. */
public record NewRegistration(@NotBlank String student, String type) {

    String typeOrEnrolled() {
        return type == null ? RegistrationType.ENROLLED : type;
    }
}
