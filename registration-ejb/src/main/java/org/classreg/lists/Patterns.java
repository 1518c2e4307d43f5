package org.classreg.lists;

import java.util.Locale;

/** Patterns of LIKE with a backslash as the escape character. */
public final class Patterns {

    private Patterns() {
    }

    /** For what contains the text, compared in small letters; nothing in it is a wildcard. Null for null. */
    public static String containing(String text) {
        return text == null ? null : "%" + text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\\\%_]", "\\\\$0") + "%";
    }
}
