package org.classreg.api.registration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A student by username. */
public record OneStudent(@NotBlank @Size(max = 100) String student) {
}
