package org.classreg.api.lottery;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.classreg.registration.RegistrationType;

/**
 * What to convert.
 *
 * @param student a username; null for all students of the program
 * @param types which preferences, in which order; null for Interested alone
 */
public record ConversionRequest(@Size(max = 100) String student, @Size(min = 1, max = 20) List<@NotBlank @Size(max = 50) String> types) {

    List<String> typesOrInterested() {
        return types == null ? List.of(RegistrationType.INTERESTED) : types;
    }
}
