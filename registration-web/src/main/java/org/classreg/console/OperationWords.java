package org.classreg.console;

import java.util.Map;
import org.classreg.operations.Operation;

/** The kinds of operations in words. */
public final class OperationWords {

    private static final Map<String, String> WORDS = Map.of(
            "register", "Registered",
            "expire", "Ended",
            "move", "Moved",
            "rank", "Ranked preferences",
            "convertLottery", "Converted preferences",
            "importOneRoster", "Imported OneRoster",
            "importPreferences", "Imported preferences",
            "interest", "Noted interest in a class",
            "withdraw", "Withdrew interest in a class");

    private OperationWords() {
    }

    /** What an operation did; one of a kind that is not known here as it is. */
    public static String what(Operation operation) {
        return operation.undoes().map(undone -> "Undid operation " + undone.getId())
                .orElseGet(() -> WORDS.getOrDefault(operation.getKind(), operation.getKind()));
    }

    /** The same to stand within a sentence: "moved". */
    public static String whatAsAside(Operation operation) {
        var what = what(operation);
        return Character.toLowerCase(what.charAt(0)) + what.substring(1);
    }
}
