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
        try (var draw = new Draw(market, options.threads(), control)) {
            var measuring = new Measuring(draw);
            var outcome = switch (options.mode()) {
                case CLASSIC -> new Outcome(new ClassicLottery(market, new Askers(market), random).run(), Double.NaN);
                case HAPPINESS -> new Happiness(draw, measuring, Targets.NONE, random).run();
                case BALANCED -> new Happiness(draw, measuring, baseline(draw, random), random).run();
                case FIRST_CHOICES -> new FirstChoices(draw, random).run();
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

    /** What the classic lottery gives if it is lucky. */
    private static Targets baseline(Draw draw, SplittableRandom random) {
        var askers = new Askers(draw.market);
        var randoms = random.splits(BASELINES).toArray(SplittableRandom[]::new);
        var reached = new Targets[BASELINES];
        draw.eachLong(BASELINES, (run, scheduler) -> reached[run] = new ClassicLottery(draw.market, askers, randoms[run]).runPriorities());
        return Targets.lucky(reached);
    }

    private Result result(Outcome outcome, Measuring measuring) {
        var metrics = measuring.measure(outcome.allocation());
        var assignment = new Assignment(outcome.allocation(), measuring.shares(outcome.allocation()));
        var value = options.mode() == Mode.FIRST_CHOICES ? metrics.firstChoiceSeats() : metrics.utility();
        return new Result(assignment, metrics, value, outcome.bound(), control.stopped(), control.seconds());
    }
}
