package org.classreg.api.registration;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.classreg.registration.Preference;
import org.classreg.registration.StudentRegistration;

/** A preference: a section by code, and Interested or Priority/n. */
@JsonbPropertyOrder({"section", "type"})
public record PreferenceJson(@NotBlank @Size(max = 255) String section, @NotBlank @Size(max = 50) String type) {

    static PreferenceJson of(StudentRegistration registration) {
        return new PreferenceJson(registration.getSection().getCode(), registration.getType().getName());
    }

    Preference toPreference() {
        return new Preference(section, type);
    }
}
