package org.classreg.lottery.engine;

import java.util.SplittableRandom;

/**
 * One draw of a class lottery. While {@link #draw()} works, other threads may look at its {@link #progress()} and {@link #stop()} it. Same
 * instance, mode and seed give the same assignment on every machine and with any number of threads, unless it was stopped.
 */
public final class Lottery {

    private static final int BASELINES = 32;

    private final Instance instance;
    private final Options options;
    private final Control control;

    public Lottery(Instance instance, Options options) {
        this.instance = instance;
        this.options = options;
        control = new Control(options.limit());
    }

    /** Draws, at most for the time limit and a moment. To be called once. */
    public Result draw() {
        var random = new SplittableRandom(options.seed());
        var market = new Market(instance, Shuffle.of(instance.students(), random));
        var askers = new Askers(market);
        try (var draw = new Draw(market, options.threads(), control)) {
            var measuring = new Measuring(draw);
            var classic = classic(market, askers);
            var outcome = switch (options.mode()) {
                case CLASSIC -> new Outcome(classic, Double.NaN);
                case HAPPINESS -> new Happiness(draw, measuring, classic, Targets.NONE, random).run();
                case BALANCED -> new Happiness(draw, measuring, classic, baseline(draw, askers, classic, random), random).run();
                case FIRST_CHOICES -> new FirstChoices(draw, classic, random).run();
            };
            return result(outcome, measuring);
        }
    }

    /** How far the draw is; callable from any thread. */
    public Progress progress() {
        return control.progress();
    }

    /** Makes the draw come to an end soon, with its best so far; callable from any thread. */
    public void stop() {
        control.requestStop();
    }

    /** The same for all modes: chance begins anew after the order of students is drawn. */
    private Allocation classic(Market market, Askers askers) {
        var random = new SplittableRandom(options.seed());
        Shuffle.of(instance.students(), random);
        return new ClassicLottery(market, askers, random).run();
    }

    /** What the classic lottery gives if it is lucky, and no less than it gives with this seed. */
    private static Targets baseline(Draw draw, Askers askers, Allocation classic, SplittableRandom random) {
        var randoms = new SplittableRandom[BASELINES];
        for (var run = 0; run < BASELINES; run++) {
            randoms[run] = random.split();
        }
        var given = Targets.of(classic.seatsByRank());
        var reached = new Targets[BASELINES];
        draw.eachLong(BASELINES, (run, scheduler) -> reached[run] = draw.control.stop() ? given
                : new ClassicLottery(draw.market, askers, randoms[run]).runPriorities());
        return Targets.lucky(reached).atLeast(given);
    }

    private Result result(Outcome outcome, Measuring measuring) {
        var metrics = measuring.measure(outcome.allocation());
        var assignment = new Assignment(outcome.allocation(), measuring.shares(outcome.allocation()));
        var value = options.mode() == Mode.FIRST_CHOICES ? metrics.firstChoiceSeats() : metrics.utility();
        return new Result(assignment, metrics, value, outcome.bound(), control.stopped(), control.seconds());
    }
}
