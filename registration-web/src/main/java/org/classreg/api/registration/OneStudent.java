package org.classreg.api.registration;

import jakarta.validation.constraints.NotBlank;

/** A student by username. */
public record OneStudent(@NotBlank String student) {
}
