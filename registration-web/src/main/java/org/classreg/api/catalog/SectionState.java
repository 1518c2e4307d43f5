package org.classreg.api.catalog;

import org.classreg.administration.SectionEdits.State;

/** How far a section has come, and whether students may register in it. Its times, rooms and size are changed by its changes. */
public record SectionState(String status, Boolean registrationOpen) {

    State toState() {
        return new State(status, registrationOpen);
    }
}
