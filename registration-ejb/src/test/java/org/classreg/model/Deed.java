package org.classreg.model;

import java.util.ArrayList;
import java.util.List;

/** An entry of the journal: what one operation began and ended. */
final class Deed {

    /** That a section is in another state since. */
    record Change(Section section, Section.State before, Section.State after) {
    }

    final List<Fact> begun = new ArrayList<>();
    final List<Fact> ended = new ArrayList<>();
    Change change;
    boolean undone;
}
