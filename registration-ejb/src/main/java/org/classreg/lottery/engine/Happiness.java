package org.classreg.lottery.engine;

import java.util.SplittableRandom;

/** {@link Mode#HAPPINESS} and, with targets, {@link Mode#BALANCED}: the most overall utility. */
final class Happiness {

    private static final int PASSES = 30;
    private static final int SETTLING_PASSES = 12;
    private static final int SETTLINGS = 6;
    /** The share of a bonus that is left where it gives more than is asked. */
    private static final double LOWER = 0.92;
    /** The share of a target by which it may be surpassed. */
    private static final double TOLERANCE = 0.002;
    /** A gap that is not worth the while. */
    private static final double NEAR = 3e-4;
    private static final double UTILITY_SCALE = 1 << 30;
    private static final long FAULT = 1L << 36;
    /** More than all faults together. */
    private static final long BELOW_CLASSIC = 1L << 60;
    /** The share of the time limit at which the search for prices is left. */
    private static final double PRICES_TIME = 0.6;

    private final Draw draw;
    private final Measuring measuring;
    private final Targets targets;
    private final Objective objective;
    private final SplittableRandom random;
    /** What no result may stay below. */
    private final Targets floor;
    private final Incumbent incumbent;

    /** @param targets beside the seats by rank of the classic assignment; none if these do not matter either */
    Happiness(Draw draw, Measuring measuring, Allocation classic, Targets targets, SplittableRandom random) {
        this.draw = draw;
        this.measuring = measuring;
        this.targets = targets;
        this.random = random;
        var market = draw.market;
        objective = Objective.happiness(market, Magnitude.scale(market, Magnitude.of(market) / 4));
        floor = targets.areNone() ? Targets.NONE : Targets.of(classic.seatsByRank());
        incumbent = new Incumbent(draw.control, classic, this::score, measuring::utility);
    }

    Outcome run() {
        var prices = new PriceSearch(draw, objective, targets, PRICES_TIME);
        var found = prices.run(PASSES);
        var bound = found.bound() / objective.scale / measuring.sumOfWeights();
        draw.control.bound(bound);
        var bonusOfFirst = objective.bonus[1] - objective.bonus[2];
        var bonusOfPriority = objective.bonus[2];
        var search = targets.areNone() || draw.control.stop(PRICES_TIME) ? improved(found) : fromBelow(prices);
        new Approach(draw, measuring, objective, targets, search).run(incumbent::offer);
        search.allocation.restore(incumbent.best().schedule);
        if (measuring.utility(incumbent.best()) < bound * (1 - NEAR)) {
            search.shake(random, 0, this::score);
            incumbent.offer(search.allocation);
        }
        var missing = targets.missingEach(Targets.of(incumbent.best().seatsByRank()));
        return outcome(bound + (bonusOfFirst * (double) missing.first() + bonusOfPriority * (double) missing.priority())
                / objective.scale / measuring.sumOfWeights());
    }

    /** Targets that are not reached may be out of reach together: the bound is one for the seats that are reached then. */
    private Outcome outcome(double bound) {
        draw.control.bound(bound);
        return new Outcome(incumbent.best(), bound);
    }

    private Search improved(Prices prices) {
        var search = new Search(draw, objective, prices);
        incumbent.offer(search.allocation);
        search.improve();
        incumbent.offer(search.allocation);
        return search;
    }

    /**
     * An assignment that does not yet give many more seats by rank than the targets ask: the auction follows bonuses that rise, but
     * does not do well where they fall.
     */
    private Search fromBelow(PriceSearch prices) {
        var search = improved(prices.settle(SETTLING_PASSES, LOWER, LOWER));
        for (var round = 0; round < SETTLINGS && !draw.control.stop(PRICES_TIME); round++) {
            var reached = Targets.of(search.allocation.seatsByRank());
            var first = isBeyond(reached.first(), targets.first()) && objective.bonus[1] > objective.bonus[2];
            var priority = isBeyond(reached.priority(), targets.priority()) && objective.bonus[2] > 0;
            if (!first && !priority) {
                break;
            }
            search = improved(prices.settle(SETTLING_PASSES, first ? LOWER : 1, priority ? LOWER : 1));
        }
        return search;
    }

    private static boolean isBeyond(int reached, int target) {
        return reached > target + target * TOLERANCE;
    }

    /** Nothing below the classic assignment, then fewer faults, then more utility. */
    private long score(Allocation allocation) {
        var below = floor.missing(Targets.of(allocation.seatsByRank())) > 0 ? BELOW_CLASSIC : 0;
        return Math.round(measuring.utility(allocation) * UTILITY_SCALE) - measuring.faults(allocation, targets) * FAULT - below;
    }
}
