package org.classreg.api;

import org.classreg.errors.InvalidInput;

/** Query parameters that are any text. */
public final class Texts {

    private Texts() {
    }

    /**
     * @param text null unless it is given
     * @param longest in characters
     * @throws InvalidInput on the field, if the text is longer
     */
    public static String read(String field, String text, int longest) {
        if (text != null && text.length() > longest) {
            throw new InvalidInput(field, "It has " + text.length() + " characters; at most " + longest + " are taken.");
        }
        return text;
    }
}
