package org.classreg.registration;

/** Which rule an override lifts. */
public enum OverrideKind {

    /** Grades outside of the range of a class. */
    GRADE("GRADE_OUT_OF_RANGE"),

    /** Sections that are full. */
    FULL("SECTION_FULL"),

    /** A program that has as many students as it takes. */
    PROGRAM("PROGRAM_FULL"),

    /** More priorities than a program takes. */
    PRIORITIES("PRIORITY_LIMIT");

    private final String rule;

    OverrideKind(String rule) {
        this.rule = rule;
    }

    /** The code of the rule. */
    public String rule() {
        return rule;
    }
}
