package org.classreg.api.lottery;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.classreg.api.Instants;
import org.classreg.errors.InvalidInput;
import org.classreg.lottery.LotteryRun;
import org.classreg.lottery.RunDetails;
import org.classreg.lottery.RunMetrics;
import org.classreg.lottery.RunMoment;
import org.classreg.lottery.RunState;

/**
 * A run of the lottery as the API tells it.
 *
 * @param seed null while it is secret
 * @param salt null until the run is published or converted
 * @param operation that converted it; null if none did
 * @param undone whether the conversion has been undone
 * @param metrics null while there is no plan
 */
@JsonbPropertyOrder({"id", "mode", "state", "progress", "timeLimit", "seed", "salt", "commitment", "inputHash", "failure", "createdBy",
    "createdAt", "finishedAt", "publishedAt", "operation", "undone", "metrics"})
public record RunJson(Long id, String mode, String state, ProgressJson progress, int timeLimit, Long seed, String salt, String commitment,
        String inputHash, String failure, String createdBy, OffsetDateTime createdAt, OffsetDateTime finishedAt, OffsetDateTime publishedAt,
        Long operation, boolean undone, RunMetrics metrics) {

    /** The best so far, what cannot be exceeded, and the share that may be missing; each null while unknown. */
    @JsonbPropertyOrder({"value", "bound", "gap", "course"})
    public record ProgressJson(Double value, Double bound, Double gap, List<RunMoment> course) {
    }

    static RunJson of(RunDetails details) {
        var run = details.run();
        var zone = run.getProgram().zone();
        return new RunJson(run.getId(), RunRequestJson.write(run.getMode()), run.getState().name(), progress(run), run.getTimeLimit(),
                run.revealedSeed().orElse(null), run.revealedSalt().orElse(null), run.getCommitment(), run.getInputHash(), run.getFailure(),
                run.getCreatedBy(), Instants.write(run.getCreatedAt(), zone), Instants.write(run.getFinishedAt(), zone),
                Instants.write(run.getPublishedAt(), zone), run.getConvertedBy() == null ? null : run.getConvertedBy().getId(),
                details.undone(), details.metrics());
    }

    /** @throws InvalidInput for what is no state */
    static RunState parseState(String name) {
        return Stream.of(RunState.values()).filter(state -> state.name().equals(name)).findFirst()
                .orElseThrow(() -> new InvalidInput("state", "\"" + name + "\" is none of " + List.of(RunState.values()) + "."));
    }

    private static ProgressJson progress(LotteryRun run) {
        return new ProgressJson(run.getValue(), run.getBound(), run.getGap(), run.getCourse());
    }
}
