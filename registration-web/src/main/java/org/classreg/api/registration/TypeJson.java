package org.classreg.api.registration;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.classreg.administration.TypeEdits;
import org.classreg.registration.RegistrationType;

/** A registration type as the API tells and takes it; whether it came with the program is for the office to say. */
@JsonbPropertyOrder({"name", "description", "preference", "takesSeat", "builtIn"})
public record TypeJson(String name, String description, Boolean preference, Boolean takesSeat, Boolean builtIn) {

    static TypeJson of(RegistrationType type) {
        return new TypeJson(type.getName(), type.getDescription(), type.isPreference(), type.takesSeat(), type.isBuiltIn());
    }

    TypeEdits.Wanted toWanted() {
        return new TypeEdits.Wanted(name, description, preference, takesSeat);
    }
}
