package org.classreg.lottery;

import static org.classreg.people.Role.ADMIN_ROLE;
import static org.classreg.people.Role.SIGNED_IN;
import static org.classreg.people.Role.STAFF_ROLE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.classreg.catalog.Catalog;
import org.classreg.errors.NotFound;
import org.classreg.errors.Refused;
import org.classreg.operations.Operation;
import org.classreg.people.People;
import org.classreg.security.Caller;

/**
 * The runs of the lottery of a program, kept side by side. Nothing of them is a registration until one is converted. Students and teachers
 * see those that are published or converted, a student of the others' seats nothing.
 */
@Stateless
@RolesAllowed({ADMIN_ROLE, STAFF_ROLE})
public class LotteryRuns {

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Caller caller;

    @Inject
    Catalog catalog;

    @Inject
    People people;

    @Inject
    PlanConversion planConversion;

    @Inject
    PlanReader plans;

    /**
     * The runs of a program, the latest first.
     *
     * @throws NotFound if there is no such program
     */
    @RolesAllowed(SIGNED_IN)
    public List<RunDetails> of(String programCode) {
        var program = catalog.getProgram(programCode);
        return em.createNamedQuery(LotteryRun.OF_PROGRAM, LotteryRun.class).setParameter("program", program.getCode()).getResultStream()
                .filter(this::maySee).map(this::details).toList();
    }

    /** @throws NotFound if there is no such program, or no such run that the caller may see */
    @RolesAllowed(SIGNED_IN)
    public RunDetails get(String programCode, long id) {
        return details(find(programCode, id));
    }

    /**
     * Makes a run come to an end soon, with its best so far; one that is over stays as it is.
     *
     * @throws NotFound if there is no such run
     */
    public RunDetails stop(String programCode, long id) {
        var run = lock(programCode, id);
        if (!run.getState().isOver()) {
            run.requestStop();
        }
        return details(run);
    }

    /** Forgets a run, whatever it is now: see {@link #delete(String, long, Consumer)}. */
    public void delete(String programCode, long id) {
        delete(programCode, id, present -> { });
    }

    /**
     * Forgets a run; one that is working stops.
     *
     * @param expected is given the present run, and throws if it is not as the caller had in mind
     * @throws NotFound if there is no such run
     * @throws Refused with RUN_CONVERTED if it is the record of a conversion
     */
    public void delete(String programCode, long id, Consumer<RunDetails> expected) {
        var run = lock(programCode, id);
        expected.accept(details(run));
        if (run.getConvertedBy() != null) {
            throw new Refused("RUN_CONVERTED", "Run %d has been converted: it explains enrollments, and stays.".formatted(id));
        }
        Optional.ofNullable(em.find(LotteryPlan.class, id)).ifPresent(em::remove);
        em.flush();
        em.remove(run);
    }

    /**
     * Shows the plan, the seed and the anonymous input to all who may sign in, and each student her own explanation. Repeatable.
     *
     * @throws NotFound if there is no such run
     * @throws Refused with RUN_HAS_NO_PLAN if there is nothing to show
     */
    public RunDetails publish(String programCode, long id) {
        var run = lock(programCode, id);
        requirePlan(run);
        run.publish(clock.instant());
        return details(run);
    }

    /**
     * Makes the plan of a run enrollments, in one transaction and one operation, which can be undone as a whole: the preferences that are
     * won end, the enrollments start; who is enrolled already stays so. A run that has been converted stays as it is, unless the
     * conversion was undone.
     *
     * @param waitlist whether those who asked by priority for a full section that the plan does not give them are put in its line, by rank
     * and then by place in the draw
     * @param progress is told how far it is
     * @return what came of it, the first time and every time
     * @throws NotFound if there is no such run
     * @throws Refused with RUN_HAS_NO_PLAN; with PLAN_BROKEN and the reasons for the seats if the world has changed since the draw
     */
    public RunConversion convert(String programCode, long id, boolean waitlist, ConversionProgress progress) {
        var run = lock(programCode, id);
        requirePlan(run);
        if (run.getState() == RunState.CONVERTED && !isUndone(run)) {
            return run.conversion();
        }
        var plan = em.find(LotteryPlan.class, id);
        return planConversion.convert(run, plan.identities(), plan.outcome(), waitlist, progress);
    }

    /**
     * What a run gave a student and why not the rest. A student may ask for her own, once the run is published or converted.
     *
     * @throws NotFound if there is no such run or person, or the student took no part in it
     */
    @RolesAllowed(SIGNED_IN)
    public Explanation explain(String programCode, long id, String username) {
        var run = find(programCode, id);
        var student = people.getByUsername(username);
        caller.requireMayActFor(student, run.getProgram());
        requirePlan(run);
        return plans.explain(run, student);
    }

    /**
     * How two runs of a program differ, and for whom.
     *
     * @throws NotFound if there is no such run
     * @throws Refused with RUN_HAS_NO_PLAN
     */
    public RunComparison compare(String programCode, long id, long otherId) {
        var one = details(findAsStaff(programCode, id));
        var other = details(findAsStaff(programCode, otherId));
        requirePlan(one.run());
        requirePlan(other.run());
        return plans.compare(one, other);
    }

    /**
     * The seats of a plan by username and section code, in that order.
     *
     * @throws NotFound if there is no such run
     * @throws Refused with RUN_HAS_NO_PLAN
     */
    public List<PlannedSeat> assignments(String programCode, long id) {
        var run = findAsStaff(programCode, id);
        requirePlan(run);
        return plans.assignments(run);
    }

    /**
     * The students of a run at the end of its list, by their numbers in the anonymous input.
     *
     * @throws NotFound if there is no such run
     */
    public List<Unlucky> worstOff(String programCode, long id) {
        var details = details(findAsStaff(programCode, id));
        requirePlan(details.run());
        return plans.worstOff(details);
    }

    /**
     * The anonymous input and the plan as a ZIP of CSV files, with the command by which anyone replays the draw.
     *
     * @throws NotFound if there is no such run, or it is not published
     * @throws Refused with RUN_HAS_NO_PLAN
     */
    @RolesAllowed(SIGNED_IN)
    public byte[] replay(String programCode, long id) {
        var run = find(programCode, id);
        if (run.getPublishedAt() == null && !caller.isStaff(run.getProgram())) {
            throw new NotFound("published lottery run", id);
        }
        requirePlan(run);
        return ReplayFiles.zip(run, em.find(LotteryPlan.class, id));
    }

    private LotteryRun find(String programCode, long id) {
        return em.createNamedQuery(LotteryRun.BY_ID, LotteryRun.class)
                .setParameter("program", catalog.getProgram(programCode).getCode()).setParameter("id", id)
                .getResultStream().filter(this::maySee).findFirst().orElseThrow(() -> new NotFound("lottery run", id));
    }

    private LotteryRun findAsStaff(String programCode, long id) {
        var run = find(programCode, id);
        caller.requireStaff(run.getProgram());
        return run;
    }

    private LotteryRun lock(String programCode, long id) {
        var run = findAsStaff(programCode, id);
        em.refresh(run, LockModeType.PESSIMISTIC_WRITE);
        return run;
    }

    private boolean maySee(LotteryRun run) {
        return run.isOpen() || caller.isStaff(run.getProgram());
    }

    private RunDetails details(LotteryRun run) {
        if (run.isLifeless(clock.instant())) {
            run.fail("The server that drew it is gone. Start another run.", clock.instant());
        }
        return new RunDetails(run, MetricsJson.read(run.getMetrics()), isUndone(run));
    }

    private boolean isUndone(LotteryRun run) {
        return run.getConvertedBy() != null && em.createNamedQuery(Operation.UNDOING, Operation.class)
                .setParameter("operations", List.of(run.getConvertedBy())).getResultStream().findAny().isPresent();
    }

    private static void requirePlan(LotteryRun run) {
        if (!run.getState().hasPlan()) {
            throw new Refused("RUN_HAS_NO_PLAN", "Run %d has no plan: it is %s.".formatted(run.getId(), run.getState().name().toLowerCase()));
        }
    }
}
