package org.classreg.catalog;

/** How far a class subject or a section has come. Students register for what is accepted. */
public enum ClassStatus {
    UNREVIEWED, ACCEPTED, REJECTED, CANCELLED
}
