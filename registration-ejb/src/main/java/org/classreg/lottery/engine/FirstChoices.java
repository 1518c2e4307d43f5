package org.classreg.lottery.engine;

import java.util.SplittableRandom;
import java.util.function.ToLongFunction;

/** {@link Mode#FIRST_CHOICES}: a seat of one rank is worth several of the next; overall utility decides among equals. */
final class FirstChoices {

    private static final int BOUND_PASSES = 40;
    private static final int PASSES = 30;
    /** Shares of the time limit at which the search for the bound and that for prices are left. */
    private static final double BOUND_TIME = 0.3;
    private static final double PRICES_TIME = 0.6;
    /** How many seats of rank 2 one of rank 1 is worth; between later ranks it is as many if the magnitude allows. */
    private static final double STEEPNESS = 16;
    private static final int LEAST_BONUS = 16;

    /** More than the objective's total. */
    private static final long FIRST = 1L << 44;

    private final Draw draw;
    private final Allocation classic;
    private final SplittableRandom random;

    FirstChoices(Draw draw, Allocation classic, SplittableRandom random) {
        this.draw = draw;
        this.classic = classic;
        this.random = random;
    }

    Outcome run() {
        var objective = objective();
        ToLongFunction<Allocation> score = allocation -> allocation.seatsByRank()[1] * FIRST + allocation.total(objective);
        var incumbent = new Incumbent(draw.control, classic, score, allocation -> allocation.seatsByRank()[1]);
        var bound = bound();
        draw.control.bound(bound);
        var prices = new PriceSearch(draw, objective, Targets.NONE, PRICES_TIME).run(PASSES);
        var search = new Search(draw, objective, prices);
        incumbent.offer(search.allocation);
        search.improveTwice(score);
        incumbent.offer(search.allocation);
        search.allocation.restore(incumbent.best().schedule);
        search.shake(random, 1, score);
        incumbent.offer(search.allocation);
        return new Outcome(incumbent.best(), bound);
    }

    /** No assignment gives more seats of rank 1. */
    private double bound() {
        var objective = Objective.ranks(draw.market);
        objective.bonus[1] = Magnitude.of(draw.market) / 2;
        var prices = new PriceSearch(draw, objective, Targets.NONE, BOUND_TIME).run(BOUND_PASSES);
        return Math.floor((double) prices.bound() / objective.bonus[1]);
    }

    private Objective objective() {
        var market = draw.market;
        var top = Magnitude.of(market) / 2;
        var ranks = Math.max(1, market.maxRank);
        var flatter = Math.min(STEEPNESS, StrictMath.pow(top / STEEPNESS / LEAST_BONUS, 1.0 / ranks));
        var bonus = market.byRank();
        var next = (double) top;
        for (var rank = 1; rank <= ranks; rank++) {
            bonus[rank] = (int) next;
            next /= rank == 1 ? STEEPNESS : flatter;
        }
        var objective = Objective.happiness(market, Magnitude.scale(market, (int) next));
        System.arraycopy(bonus, 0, objective.bonus, 0, bonus.length);
        return objective;
    }
}
