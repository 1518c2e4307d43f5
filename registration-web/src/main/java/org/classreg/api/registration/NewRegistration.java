package org.classreg.api.registration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.classreg.registration.RegistrationType;

/**
 * What to register: a student by username, and the type, Enrolled unless it is given.
 *
 * @param override what staff override; null for nothing
 */
public record NewRegistration(@NotBlank String student, String type, @Valid OverrideJson override) {

    String typeOrEnrolled() {
        return type == null ? RegistrationType.ENROLLED : type;
    }
}
