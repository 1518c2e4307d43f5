package org.classreg.api;

import org.classreg.errors.InvalidInput;

/** Query parameters that are true or false. */
public final class Flags {

    private Flags() {
    }

    /**
     * @param text false unless it is given
     * @throws InvalidInput on the field, for anything but true and false
     */
    public static boolean read(String field, String text) {
        if (text != null && !text.equals("true") && !text.equals("false")) {
            throw new InvalidInput(field, "\"" + text + "\" is neither true nor false.");
        }
        return "true".equals(text);
    }
}
