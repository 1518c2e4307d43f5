package org.classreg.administration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.classreg.catalog.ClassStatus;
import org.classreg.errors.InvalidInput.Fault;
import org.classreg.errors.InvalidInput;

/** What is wrong with a request, gathered field by field, so that all of it is told at once. */
final class Faults {

    private static final int MOST_STUDENTS = 100_000;

    private final List<Fault> faults = new ArrayList<>();

    void add(String field, String message) {
        faults.add(new Fault(field, message));
    }

    List<Fault> all() {
        return faults;
    }

    /** @throws InvalidInput if there are any */
    void throwIfAny() {
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    /** A text that is needed, without blanks around it; from 1 to {@code most} characters. */
    String text(String field, String value, int most) {
        if (value == null || value.isBlank()) {
            add(field, "This is needed.");
            return null;
        }
        return textOrNull(field, value, most);
    }

    /** A text of at most {@code most} characters, without blanks around it; null when it is blank. */
    String textOrNull(String field, String value, int most) {
        if (value == null || value.isBlank()) {
            return null;
        }
        var text = value.strip();
        if (text.length() > most) {
            add(field, "It has at most " + most + " characters.");
        } else if (!text.codePoints().allMatch(Faults::isPrintable)) {
            add(field, "It has characters that cannot be printed.");
        }
        return text;
    }

    /** No control characters, and no half of a character. */
    private static boolean isPrintable(int character) {
        return !Character.isISOControl(character) && Character.getType(character) != Character.SURROGATE;
    }

    /** A text that is needed and matches as a whole. */
    String name(String field, String value, int most, Pattern pattern, String wanted) {
        var text = text(field, value, most);
        if (text != null && !pattern.matcher(text).matches()) {
            add(field, "\"" + text + "\" is not " + wanted + ".");
        }
        return text;
    }

    /** What is not given stays null. */
    void range(String field, Integer value, int least, int most) {
        if (value != null && (value < least || value > most)) {
            add(field, "It is from " + least + " to " + most + ".");
        }
    }

    /** A number of students or seats. */
    void students(String field, Integer value) {
        range(field, value, 0, MOST_STUDENTS);
    }

    /**
     * How far a class or section has come.
     *
     * @param value such as "accepted"; null for {@code absent}
     */
    ClassStatus status(String field, String value, ClassStatus absent) {
        if (value == null) {
            return absent;
        }
        return Arrays.stream(ClassStatus.values()).filter(status -> word(status).equals(value)).findFirst().orElseGet(() -> {
            add(field, "\"" + value + "\" is none of " + Arrays.stream(ClassStatus.values()).map(Faults::word).collect(Collectors.joining(", ")) + ".");
            return absent;
        });
    }

    static String word(ClassStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    void needed(String field, Object value) {
        if (value == null) {
            add(field, "This is needed.");
        }
    }

    /** What names something, in the address and again in the body: the two are the same. */
    void same(String field, String inBody, String inAddress) {
        if (inBody != null && !inBody.equals(inAddress)) {
            add(field, "It stays \"" + inAddress + "\".");
        }
    }
}
