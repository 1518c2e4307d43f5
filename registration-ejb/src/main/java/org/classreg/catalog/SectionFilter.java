package org.classreg.catalog;

import java.time.Instant;
import org.classreg.errors.InvalidInput;

/**
 * Which sections are looked for. What is null does not matter.
 *
 * @param text that the code or the title contains, whatever its case
 * @param category the symbol of the category
 * @param open whether it would take registrations now: accepted, scheduled, open, in a window for enrollment, and with a seat left
 * @param grade that the class admits
 * @param from with {@code to}, the interval with which a meeting overlaps
 * @param to the first instant after that interval
 */
public record SectionFilter(String text, String category, Boolean open, Integer grade, Instant from, Instant to) {

    /** All of them. */
    public static final SectionFilter NONE = new SectionFilter(null, null, null, null, null, null);

    private static final int LONGEST_TEXT = 200;

    /** @throws InvalidInput if the text has more than 200 characters, or the interval is none */
    public SectionFilter {
        if (text != null && text.length() > LONGEST_TEXT) {
            throw new InvalidInput("q", "A text to look for has at most " + LONGEST_TEXT + " characters.");
        }
        if (from != null && to != null && !from.isBefore(to)) {
            throw new InvalidInput("to", "The interval ends after it begins.");
        }
    }
}
