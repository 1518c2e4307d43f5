package org.classreg.console;

/** Numbers of things, as people say them. */
public final class Counts {

    private Counts() {
    }

    /** Such as "1 registration" and "2 registrations". */
    public static String of(long count, String one) {
        return count + " " + one + (count == 1 ? "" : "s");
    }
}
