package org.classreg.console.lottery;

import java.io.Serializable;
import java.time.ZoneId;
import java.util.Locale;
import org.classreg.console.LocalTimes;
import org.classreg.lottery.LotteryRun;
import org.classreg.lottery.RunDetails;
import org.classreg.lottery.RunMetrics;
import org.classreg.lottery.RunState;
import org.classreg.lottery.engine.Mode;

/**
 * A run of the lottery as a page shows it.
 *
 * @param value the share of the bound that is reached, of 1,000, for a bar; null while unknown
 * @param reached the value of the best so far; empty while unknown
 * @param figures null while there is no plan
 */
public record RunRow(long id, String mode, RunState state, String when, String who, Integer value, String reached, String bound, String gap, Figures figures, String seed,
        String salt, String commitment, String inputHash, String failure, boolean published, Long operation, boolean undone, boolean stopping)
        implements Serializable {

    private static final int PARTS = 1_000;

    /** The measures in which runs are told apart at a glance. */
    public record Figures(String utility, String share, int seats, int firstChoices, int priorities, int nothing, int envious, int fullSections,
            int sections, int students, String fifthPercentile) implements Serializable {

        static Figures of(RunMetrics metrics) {
            var ranks = metrics.seatsByRank();
            return new Figures(decimal(metrics.utility()), metrics.shareOfBound() == null ? "" : percent(metrics.shareOfBound()),
                    metrics.seats(), ranks.size() > 1 ? ranks.get(1) : 0,
                    ranks.stream().skip(1).mapToInt(Integer::intValue).sum(), metrics.nothing(), metrics.envious(), metrics.fullSections(),
                    metrics.sections(), metrics.students(), percent(metrics.fifthPercentile()));
        }
    }

    static RunRow of(RunDetails details) {
        var run = details.run();
        var known = run.getValue() != null && run.getBound() != null && run.getBound() > 0;
        return new RunRow(run.getId(), words(run.getMode()), run.getState(), when(run, run.getProgram().zone()), run.getCreatedBy(),
                known ? (int) Math.min(PARTS, Math.round(PARTS * run.getValue() / run.getBound())) : null,
                number(run.getValue()), number(run.getBound()), run.getGap() == null ? "" : percent(run.getGap()), details.metrics() == null ? null : Figures.of(details.metrics()),
                run.revealedSeed().map(String::valueOf).orElse(""), run.revealedSalt().orElse(""), run.getCommitment(), run.getInputHash(),
                run.getFailure(), run.getPublishedAt() != null, run.getConvertedBy() == null ? null : run.getConvertedBy().getId(),
                details.undone(), run.isStopRequested());
    }

    private static String when(LotteryRun run, ZoneId zone) {
        return LocalTimes.moment(run.getCreatedAt(), zone);
    }

    static String words(Mode mode) {
        return switch (mode) {
            case BALANCED -> "Balanced";
            case HAPPINESS -> "Happiness";
            case FIRST_CHOICES -> "First choices";
            case CLASSIC -> "Classic";
        };
    }

    static String decimal(double number) {
        return String.format(Locale.ENGLISH, "%.3f", number);
    }

    private static String number(Double known) {
        return known == null ? "" : String.format(Locale.ENGLISH, known == Math.rint(known) ? "%,.0f" : "%.3f", known);
    }

    static String percent(double share) {
        return String.format(Locale.ENGLISH, "%.1f %%", 100 * share);
    }

    /** Such as "Running", or "Undone" for one whose conversion was undone. */
    public String stateWords() {
        if (undone) {
            return "Undone";
        }
        var name = state.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    /** The colour of the state. */
    public String tag() {
        return switch (state) {
            case DONE, CONVERTED -> "open";
            case STOPPED -> "closed";
            case FAILED -> "cancelled";
            default -> "";
        };
    }

    public boolean running() {
        return !state.isOver();
    }

    /** Whether there is a plan to look at. */
    public boolean planned() {
        return state.hasPlan();
    }

    /** Whether it can be made enrollments now. */
    public boolean convertible() {
        return planned() && (operation == null || undone);
    }

    /** Such as "Run 12, Balanced". */
    public String name() {
        return "Run " + id + ", " + mode;
    }
}
