package org.classreg.lottery;

import static org.classreg.people.Role.ADMIN_ROLE;
import static org.classreg.people.Role.STAFF_ROLE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.Optional;
import org.classreg.catalog.Catalog;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.NotFound;
import org.classreg.lottery.engine.Fingerprint;
import org.classreg.lottery.engine.Instance;
import org.classreg.lottery.engine.Options;
import org.classreg.lottery.engine.Progress;
import org.classreg.lottery.engine.Result;
import org.classreg.security.Caller;

/** What a draw writes down on its way, each in a transaction of its own, so that others see it and a crash leaves it. All but {@link #create} is for the
 * thread that draws, in the name of who asked for the run. */
@Stateless
@RolesAllowed({ADMIN_ROLE, STAFF_ROLE})
public class RunRecords {

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Caller caller;

    @Inject
    Catalog catalog;

    @Inject
    DrawInputs inputs;

    /** What a draw begins with. */
    public record Start(Instance instance, Options options) {
    }

    /**
     * Puts a run on the list of those to be drawn.
     *
     * @throws NotFound if there is no such program
     * @throws InvalidInput if the seed or the time limit is out of range
     */
    public LotteryRun create(String programCode, RunRequest request) {
        request.requireValid();
        var program = catalog.getProgram(programCode);
        caller.requireStaff(program);
        var run = new LotteryRun(program, request, caller.name(), clock.instant());
        em.persist(run);
        return run;
    }

    /** Reads and keeps the input; empty if the run has been deleted or stopped before. */
    public Optional<Start> start(long id) {
        var found = lock(id).filter(run -> run.getState() == RunState.QUEUED);
        if (found.filter(LotteryRun::isStopRequested).isPresent()) {
            found.get().fail("It was stopped before it began.", clock.instant());
        }
        return found.filter(run -> !run.isStopRequested()).map(run -> {
            var at = clock.instant();
            var named = inputs.read(run.getProgram(), at);
            var instance = named.input().instance();
            run.start(Fingerprint.of(instance), at);
            em.persist(new LotteryPlan(run, named.input(), named.identities()));
            return new Start(instance, run.options());
        });
    }

    /** Shows a sign of life; false if the draw is to stop, or nobody waits for it any more. */
    public boolean beat(long id, Progress progress) {
        var waiting = lock(id).filter(run -> !run.getState().isOver());
        waiting.ifPresent(run -> run.beat(progress, clock.instant()));
        return waiting.filter(run -> !run.isStopRequested()).isPresent();
    }

    /** Keeps the plan, unless nobody waits for it any more. */
    public void finish(long id, Result result) {
        lock(id).filter(run -> run.getState() == RunState.RUNNING).ifPresent(run -> {
            var plan = em.find(LotteryPlan.class, id);
            var outcome = DrawOutcome.of(result.assignment());
            plan.setOutcome(outcome);
            var metrics = Measures.of(new Draft(plan.input(), outcome), result);
            run.finish(result.stopped(), new Progress(result.value(), result.bound()), MetricsJson.write(metrics), clock.instant());
        });
    }

    /** Notes that there will be no plan. */
    public void fail(long id, String why) {
        lock(id).filter(run -> !run.getState().isOver()).ifPresent(run -> run.fail(why, clock.instant()));
    }

    private Optional<LotteryRun> lock(long id) {
        return Optional.ofNullable(em.find(LotteryRun.class, id, LockModeType.PESSIMISTIC_WRITE));
    }
}
