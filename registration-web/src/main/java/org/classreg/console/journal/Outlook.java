package org.classreg.console.journal;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.classreg.errors.Reason;
import org.classreg.registration.Reversal;

/**
 * What undoing an operation does or did, in numbers.
 *
 * @param ended registrations that end
 * @param restored registrations that begin anew
 * @param interests interests in classes that end or begin anew
 * @param checkIns which end or begin anew
 * @param sections which are as before again
 * @param left how many registrations and sections stay as they are
 * @param leftRows the first of these
 */
public record Outlook(int ended, int restored, int interests, int checkIns, int sections, int left, List<LeftRow> leftRows)
        implements Serializable {

    private static final int MOST_ROWS = 50;

    /** A registration that stays as it is, and why; or a section, without a student and a type. */
    public record LeftRow(String student, String section, String type, String why) implements Serializable {

        static LeftRow of(Reversal.Left left) {
            var registration = left.registration();
            return new LeftRow(registration.getStudent().name(), registration.getSection().getCode(), registration.getType().getName(),
                    sentences(left.reasons()));
        }

        static LeftRow of(Reversal.LeftSection left) {
            return new LeftRow("", left.section().getCode(), "", sentences(left.reasons()));
        }

        private static String sentences(List<Reason> reasons) {
            return reasons.stream().map(Reason::message).collect(Collectors.joining(" "));
        }
    }

    static Outlook of(Reversal reversal) {
        return new Outlook(reversal.ended().size(), reversal.restored().size(), reversal.interests().size(), reversal.checkIns().size(),
                reversal.sections().size(), reversal.left().size() + reversal.leftSections().size(),
                Stream.concat(reversal.leftSections().stream().map(LeftRow::of), reversal.left().stream().map(LeftRow::of)).limit(MOST_ROWS).toList());
    }

    /** Whether the undo changes anything at all. */
    public boolean effective() {
        return ended + restored + interests + checkIns + sections > 0;
    }

    /** Whether more stay as they are than there are rows. */
    public boolean cut() {
        return left > leftRows.size();
    }

    /** What came of it, in a sentence: "Operation 12 was undone: 3 ended, 2 restored, 1 left as it is." */
    String sentence(long operation) {
        var parts = new ArrayList<String>();
        add(parts, ended, "ended", "ended");
        add(parts, restored, "restored", "restored");
        add(parts, interests, "interest in a class changed", "interests in classes changed");
        add(parts, checkIns, "check-in changed", "check-ins changed");
        add(parts, sections, "section as before", "sections as before");
        add(parts, left, "left as it is", "left as they are");
        return effective()
                ? "Operation " + operation + " was undone: " + String.join(", ", parts) + "."
                : "Nothing of operation " + operation + " could be undone: the world has moved on.";
    }

    private static void add(List<String> parts, int count, String one, String several) {
        if (count > 0) {
            parts.add(count + " " + (count == 1 ? one : several));
        }
    }
}
