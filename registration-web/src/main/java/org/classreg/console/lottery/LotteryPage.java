package org.classreg.console.lottery;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.classreg.catalog.Catalog;
import org.classreg.console.Messages;
import org.classreg.console.ProgramView;
import org.classreg.console.Viewer;
import org.classreg.errors.Forbidden;
import org.classreg.lottery.Draws;
import org.classreg.lottery.LotteryRuns;
import org.classreg.lottery.RunRequest;
import org.classreg.lottery.engine.Mode;

/** Begins runs of the lottery and shows them side by side. */
@Named
@ViewScoped
public class LotteryPage implements Serializable {

    @Inject
    Viewer viewer;

    @Inject
    Catalog catalog;

    @Inject
    Draws draws;

    @Inject
    LotteryRuns runs;

    private String code;
    private ProgramView program;
    private List<RunRow> rows = List.of();
    private Mode mode = Mode.BALANCED;
    private Long seed;
    private int timeLimit = (int) RunRequest.DEFAULT_LIMIT.toSeconds();

    /** A mode to choose. */
    public record Choice(Mode mode, String words, String aim) implements Serializable {
    }

    /** Reads the runs, for those who may. */
    public void load() {
        if (!viewer.runs(code)) {
            throw new Forbidden("The lottery is for the staff of the program.");
        }
        program = ProgramView.of(catalog.getProgram(code));
        refresh();
    }

    public void refresh() {
        rows = runs.of(code).stream().map(RunRow::of).toList();
    }

    /** Begins a run. */
    public void start() {
        var wanted = seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
        var run = draws.start(code, new RunRequest(mode, wanted, Duration.ofSeconds(timeLimit)));
        Messages.success("Run " + run.getId() + " has begun. It writes no enrollment; this page may be left.");
        refresh();
    }

    public void stop(long id) {
        runs.stop(code, id);
        refresh();
    }

    public void delete(long id) {
        runs.delete(code, id);
        Messages.success("Run " + id + " is deleted.");
        refresh();
    }

    public boolean isRunning() {
        return rows.stream().anyMatch(RunRow::running);
    }

    public List<Choice> getChoices() {
        return List.of(
                new Choice(Mode.BALANCED, "Balanced", "the most overall utility with no fewer first-choice and priority seats than the classic lottery gives"),
                new Choice(Mode.HAPPINESS, "Happiness", "the most overall utility, whatever the ranks"),
                new Choice(Mode.FIRST_CHOICES, "First choices", "the most first choices, then second choices, and so on"),
                new Choice(Mode.CLASSIC, "Classic", "the weighted greedy lottery that is common elsewhere, to compare with"));
    }

    public ProgramView getProgram() {
        return program;
    }

    public List<RunRow> getRows() {
        return rows;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public Mode getMode() {
        return mode;
    }

    public void setMode(Mode mode) {
        this.mode = mode;
    }

    /** Null to have one drawn. */
    public Long getSeed() {
        return seed;
    }

    public void setSeed(Long seed) {
        this.seed = seed;
    }

    /** In seconds. */
    public int getTimeLimit() {
        return timeLimit;
    }

    public void setTimeLimit(int timeLimit) {
        this.timeLimit = timeLimit;
    }
}
