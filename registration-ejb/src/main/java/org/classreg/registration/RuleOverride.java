package org.classreg.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.InvalidInput.Fault;
import org.classreg.operations.Operation;

/**
 * That staff let a student do what rules speak against. What would put somebody in two places or twice in a class stays refused.
 *
 * @param rules the codes of the rules, at least one of {@link #ALLOWED}
 * @param reason why, from 1 to 300 characters; it is kept in the journal
 */
public record RuleOverride(Set<String> rules, String reason) {

    private static final String PROGRAM_FULL = "PROGRAM_FULL";
    private static final String LUNCH_NEEDED = "LUNCH_NEEDED";
    private static final String TOO_MANY_SECTIONS = "TOO_MANY_SECTIONS";

    /** The codes of the rules that staff may override. */
    public static final List<String> ALLOWED = List.of("CLASS_NOT_ACCEPTED", "NOT_SCHEDULED", "REGISTRATION_CLOSED", "OUTSIDE_WINDOW",
            "GRADE_OUT_OF_RANGE", LUNCH_NEEDED, TOO_MANY_SECTIONS, "SECTION_FULL", PROGRAM_FULL, "PRIORITY_LIMIT");

    private static final int LONGEST_REASON = 300;

    /** @throws InvalidInput on the fields "override.rules" and "override.reason" */
    void requireValid() {
        var faults = new ArrayList<Fault>();
        if (rules.isEmpty() || !ALLOWED.containsAll(rules)) {
            faults.add(new Fault("override.rules", "Rules that can be overridden are " + String.join(", ", ALLOWED) + "."));
        }
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            faults.add(new Fault("override.reason", "A reason of at most " + LONGEST_REASON + " characters is needed."));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    boolean covers(String code) {
        return rules.contains(code);
    }

    /** Notes with an operation what the database would refuse otherwise. */
    void note(Operation operation) {
        if (covers(PROGRAM_FULL)) {
            operation.passCap();
        }
        if (covers(LUNCH_NEEDED) || covers(TOO_MANY_SECTIONS)) {
            operation.passLimits();
        }
    }

    /** What the journal keeps. */
    String explanation() {
        return reason.strip() + " (overrides " + String.join(", ", rules.stream().sorted().toList()) + ")";
    }
}
