package org.classreg.api.registration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.classreg.errors.InvalidInput;
import org.classreg.registration.RegistrationType;

/**
 * What to register: a student by username, and the type, Enrolled unless it is given.
 *
 * @param override what staff override; null for nothing
 * @param swap whether the seats end that stand in the way; null for no
 */
public record NewRegistration(@NotBlank @Size(max = 100) String student, @Size(max = 50) String type, @Valid OverrideJson override, Boolean swap) {

    String typeOrEnrolled() {
        return type == null ? RegistrationType.ENROLLED : type;
    }

    /** @throws InvalidInput for a swap of another type, or with an override */
    boolean isSwap() {
        if (!Boolean.TRUE.equals(swap)) {
            return false;
        }
        if (!typeOrEnrolled().equals(RegistrationType.ENROLLED) || override != null) {
            throw new InvalidInput("swap", "A swap enrolls, and overrides nothing.");
        }
        return true;
    }
}
