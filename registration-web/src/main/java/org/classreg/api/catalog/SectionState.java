package org.classreg.api.catalog;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.classreg.administration.SectionEdits.State;
import org.classreg.catalog.ClassSection;

/** How far a section has come, and whether students may register in it. Its times, rooms and size are changed by its changes. */
@JsonbPropertyOrder({"status", "registrationOpen"})
public record SectionState(String status, Boolean registrationOpen) {

    static SectionState of(ClassSection section) {
        var told = State.of(section);
        return new SectionState(told.status(), told.registrationOpen());
    }

    State toState() {
        return new State(status, registrationOpen);
    }
}
