package org.classreg.exchange;

/** Whose records an export of a program has. */
public enum Coverage {

    /** Everybody who has, or had, a registration in the program. */
    REGISTERED,

    /** These, and all students and teachers of the office. */
    ALL
}
