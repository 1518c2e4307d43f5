package org.classreg.registration;

/** What becomes of those whom a change to a section concerns. */
public enum Treatment {

    /** They keep their seats, although rules speak against it. */
    KEEP,

    /** Their seats end, and they wait for the section before everybody else. */
    WAITLIST,

    /** Their seats end. */
    END
}
