package org.classreg.console.lottery;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.classreg.console.Background;
import org.classreg.console.Failures;
import org.classreg.console.Work;
import org.classreg.console.Work.WorkFailed;
import org.classreg.errors.Reason;
import org.classreg.errors.Refused;
import org.classreg.lottery.ConversionProgress;
import org.classreg.lottery.LotteryRuns;
import org.classreg.lottery.RunConversion;

/** Makes the plan of the run on the page enrollments, in the background. */
@Named
@ViewScoped
public class ConvertingRun implements Serializable {

    @Inject
    LotteryRuns runs;

    @Inject
    Background background;

    @Inject
    RunPage page;

    private transient Work<RunConversion> work;
    private transient ConversionProgress progress;
    private boolean waitlist;
    private Outcome outcome;
    private List<String> reasons = List.of();

    /** What came of it. */
    public record Outcome(long operation, int enrolled, int kept, int waitlisted) implements Serializable {
    }

    public void convert() {
        var code = page.getCode();
        var id = page.getId();
        var watched = new ConversionProgress();
        var waiting = waitlist;
        outcome = null;
        reasons = List.of();
        progress = watched;
        work = background.start(() -> runs.convert(code, id, waiting, watched));
    }

    /** Sees whether it is done. */
    public void check() {
        if (work != null && work.isDone()) {
            var done = work;
            work = null;
            finish(done);
            page.refresh();
        }
    }

    private void finish(Work<RunConversion> done) {
        try {
            var conversion = done.result();
            outcome = new Outcome(conversion.operation(), conversion.enrolled(), conversion.kept(), conversion.waitlisted());
        } catch (WorkFailed e) {
            reasons = Failures.find(e, Refused.class).orElseThrow(() -> e).reasons().stream().map(Reason::message).toList();
        }
    }

    /** Whether those who asked by priority and got less are put in line. */
    public boolean isWaitlist() {
        return waitlist;
    }

    public void setWaitlist(boolean wanted) {
        waitlist = wanted;
    }

    public boolean isRunning() {
        return work != null;
    }

    public ConversionProgress getProgress() {
        return progress;
    }

    /** Null until it is done. */
    public Outcome getOutcome() {
        return outcome;
    }

    /** Why it was refused; empty if it was not. */
    public List<String> getReasons() {
        return reasons;
    }
}
