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
            Map.entry("revokeOverride", "Revoked an override"),
            Map.entry("grantRole", "Gave a role in a program"),
            Map.entry("revokeRole", "Took back a role in a program"),
            Map.entry("changeTeachers", "Changed who teaches a section"),
            Map.entry("setPassword", "Set somebody's password"),
            Map.entry("revokeTokens", "Revoked somebody's access tokens"),
            Map.entry("createProgram", "Created a program"),
            Map.entry("changeProgram", "Changed a program"),
            Map.entry("deleteProgram", "Deleted a program"),
            Map.entry("createCategory", "Created a category"),
            Map.entry("changeCategory", "Changed a category"),
            Map.entry("deleteCategory", "Deleted a category"),
            Map.entry("createClass", "Created a class"),
            Map.entry("changeClass", "Changed a class"),
            Map.entry("deleteClass", "Deleted a class"),
            Map.entry("createSection", "Created a section"),
            Map.entry("openSection", "Opened or closed a section"),
            Map.entry("deleteSection", "Deleted a section"),
            Map.entry("createTimeslots", "Created timeslots"),
            Map.entry("changeTimeslot", "Changed a timeslot"),
            Map.entry("deleteTimeslot", "Deleted a timeslot"),
            Map.entry("createRoom", "Created a room"),
            Map.entry("changeRoom", "Changed a room"),
            Map.entry("deleteRoom", "Deleted a room"),
            Map.entry("createPerson", "Created a person"),
            Map.entry("changePerson", "Changed a person"),
            Map.entry("deletePerson", "Deleted a person"),
            Map.entry("createType", "Created a registration type"),
            Map.entry("changeType", "Changed a registration type"),
            Map.entry("deleteType", "Deleted a registration type"));

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
