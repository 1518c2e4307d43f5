package org.classreg.lists;

import java.util.Locale;

/**
 * Texts that are looked for within others. By locate, and not by like with an escape character: of that EclipseLink makes SQL with all values
 * in it, which H2 refuses for some.
 */
public final class Words {

    private Words() {
    }

    /** The text in small letters, to be located in others in small letters; nothing in it is a wildcard. Null for null. */
    public static String small(String text) {
        return text == null ? null : text.strip().toLowerCase(Locale.ROOT);
    }
}
