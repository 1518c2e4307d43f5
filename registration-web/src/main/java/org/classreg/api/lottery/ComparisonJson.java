package org.classreg.api.lottery;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.classreg.lottery.RunComparison;

/** Two runs side by side, and for whom they differ. */
@JsonbPropertyOrder({"one", "other", "sameInput", "gain", "lose", "same", "gains", "losses"})
public record ComparisonJson(RunJson one, RunJson other, boolean sameInput, int gain, int lose, int same, List<ChangeJson> gains,
        List<ChangeJson> losses) {

    /** A student who is better or worse off by the other run. */
    @JsonbPropertyOrder({"student", "name", "before", "after", "lost", "gained"})
    public record ChangeJson(String student, String name, double before, double after, List<String> lost, List<String> gained) {

        static ChangeJson of(RunComparison.Change change) {
            return new ChangeJson(change.student().getUsername(), change.student().name(), change.before(), change.after(), change.lost(),
                    change.gained());
        }
    }

    static ComparisonJson of(RunComparison comparison) {
        return new ComparisonJson(RunJson.of(comparison.one()), RunJson.of(comparison.other()), comparison.sameInput(), comparison.gain(),
                comparison.lose(), comparison.same(), comparison.gains().stream().map(ChangeJson::of).toList(),
                comparison.losses().stream().map(ChangeJson::of).toList());
    }
}
