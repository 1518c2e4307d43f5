package org.classreg.api.catalog;

import org.classreg.errors.InvalidInput;

/** Grades as query parameters. */
final class Grades {

    private Grades() {
    }

    /**
     * @param text null unless it is given
     * @throws InvalidInput on the field "grade" if it is no number from 0 to 999
     */
    static Integer read(String text) {
        if (text != null && !text.matches("\\d{1,3}")) {
            throw new InvalidInput("grade", "\"" + text + "\" is not the number of a grade.");
        }
        return text == null ? null : Integer.valueOf(text);
    }
}
