package org.classreg.console.journal;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.classreg.errors.Reason;
import org.classreg.registration.Reversal;

/**
 * What undoing an operation does or did, in numbers.
 *
 * @param ended registrations that end
 * @param restored registrations that begin anew
 * @param interests interests in classes that end or begin anew
 * @param left how many registrations stay as they are
 * @param leftRows the first of these
 */
public record Outlook(int ended, int restored, int interests, int left, List<LeftRow> leftRows) implements Serializable {

    private static final int MOST_ROWS = 50;

    /** A registration that stays as it is, and why. */
    public record LeftRow(String student, String section, String type, String why) implements Serializable {

        static LeftRow of(Reversal.Left left) {
            var registration = left.registration();
            return new LeftRow(registration.getStudent().name(), registration.getSection().getCode(), registration.getType().getName(),
                    left.reasons().stream().map(Reason::message).collect(Collectors.joining(" ")));
        }
    }

    static Outlook of(Reversal reversal) {
        return new Outlook(reversal.ended().size(), reversal.restored().size(), reversal.interests().size(), reversal.left().size(),
                reversal.left().stream().limit(MOST_ROWS).map(LeftRow::of).toList());
    }

    /** Whether the undo changes anything at all. */
    public boolean effective() {
        return ended + restored + interests > 0;
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
