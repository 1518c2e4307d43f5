package org.classreg.registration;

/** Which rule an override lifts. */
public enum OverrideKind {

    /** Grades outside of the range of a class. */
    GRADE("GRADE_OUT_OF_RANGE"),

    /** Sections that are full. */
    FULL("SECTION_FULL");

    private final String rule;

    OverrideKind(String rule) {
        this.rule = rule;
    }

    /** The code of the rule. */
    public String rule() {
        return rule;
    }
}
