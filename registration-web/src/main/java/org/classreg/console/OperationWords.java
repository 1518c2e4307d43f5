package org.classreg.console;

import java.util.Map;
import org.classreg.operations.Operation;

/** The kinds of operations in words. */
public final class OperationWords {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("register", "Registered"),
            Map.entry("expire", "Ended"),
            Map.entry("move", "Moved"),
            Map.entry("rank", "Ranked preferences"),
            Map.entry("convertLottery", "Converted preferences"),
            Map.entry("importOneRoster", "Imported OneRoster"),
            Map.entry("importPreferences", "Imported preferences"),
            Map.entry("interest", "Noted interest in a class"),
            Map.entry("withdraw", "Withdrew interest in a class"),
            Map.entry("accept", "Accepted an offered seat"),
            Map.entry("lapse", "Ended lapsed offers"),
            Map.entry("swap", "Swapped"),
            Map.entry("batch", "Registered a list"),
            Map.entry("attendance", "Marked attendance"),
            Map.entry("walkIn", "Enrolled a walk-in"),
            Map.entry("checkIn", "Checked in"),
            Map.entry("checkOut", "Checked out"),
            Map.entry("cancelSection", "Cancelled a section"),
            Map.entry("changeSection", "Changed a section"),
            Map.entry("unenrollMissing", "Unenrolled who did not come"),
            Map.entry("configure", "Filled seats after new settings"),
            Map.entry("override", "Granted an override"),
            Map.entry("revokeOverride", "Revoked an override"));

    private OperationWords() {
    }

    /** The caller, and for which student if for one: "ada for s1". */
    public static String who(Operation operation) {
        return operation.getOnBehalfOf() == null ? operation.getCaller() : operation.getCaller() + " for " + operation.getOnBehalfOf();
    }

    /** What an operation did; one of a kind that is not known here as it is. */
    public static String what(Operation operation) {
        return operation.undoes().map(undone -> "Undid operation " + undone.getId())
                .orElseGet(() -> WORDS.getOrDefault(operation.getKind(), operation.getKind()));
    }

    /** Who did it and what it was, such as "admin (moved)"; empty for none. */
    public static String by(Operation operation) {
        return operation == null ? "" : who(operation) + " (" + whatAsAside(operation) + ")";
    }

    /** The same to stand within a sentence: "moved". */
    public static String whatAsAside(Operation operation) {
        var what = what(operation);
        return Character.toLowerCase(what.charAt(0)) + what.substring(1);
    }
}
