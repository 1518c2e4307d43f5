package org.classreg.console.lists;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import org.classreg.registration.Batches;

/**
 * A line of a list: a username, and a section if it names one.
 *
 * @param number from 1, counting blank lines too, as an editor does
 * @param text as it was typed
 * @param section null to take the section of the page
 */
public record ListLine(int number, String text, String student, String section) implements Serializable {

    private static final String SEPARATOR = "\\s*[,;\t]\\s*";

    /** Reads the lines of a text, without blank ones and a line of headings. Fields are set apart by a comma, a semicolon or a tab. */
    static List<ListLine> read(String text) {
        var lines = text.split("\\R", -1);
        return IntStream.range(0, lines.length).filter(i -> !lines[i].isBlank()).mapToObj(i -> of(i + 1, lines[i]))
                .filter(line -> !line.isHeading()).toList();
    }

    private static ListLine of(int number, String text) {
        var fields = text.replace("\"", "").replace("\uFEFF", "").strip().split(SEPARATOR);
        var section = fields.length > 1 && !fields[1].isBlank() ? fields[1] : null;
        return new ListLine(number, text, fields.length == 0 ? "" : fields[0], section);
    }

    private boolean isHeading() {
        return student.equalsIgnoreCase("username") || student.equalsIgnoreCase("student");
    }

    /** What is wrong with the line itself; null when nothing is. */
    String fault(String sectionOfPage) {
        if (student.isEmpty()) {
            return "A username is needed.";
        }
        return section == null && sectionOfPage == null ? "A section is needed, such as " + student + ",E1234s1." : null;
    }

    Batches.Line toLine(String sectionOfPage, String type) {
        return new Batches.Line(student, section == null ? sectionOfPage : section, type);
    }
}
