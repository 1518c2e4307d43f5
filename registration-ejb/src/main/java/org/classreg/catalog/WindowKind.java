package org.classreg.catalog;

/** What a registration window is for. */
public enum WindowKind {

    /** Wishes: Interested, Priority/n, Applied, and interest in classes. */
    INTEREST("Wishes"),

    /** Taking a seat. */
    ENROLLMENT("Enrollment"),

    /** Moving to another section. */
    CHANGES("Changes"),

    /** Students giving up what they have. */
    DROP("Dropping");

    private final String label;

    WindowKind(String label) {
        this.label = label;
    }

    /** For people, at the beginning of a sentence. */
    public String label() {
        return label;
    }
}
