package org.classreg.lottery.engine;

import java.util.Arrays;

/**
 * Seeks the prices at which demand meets supply, by an incremental subgradient method on the Lagrangian dual: students choose their
 * best schedules block by block, and after each block the price of every place moves with its relative excess demand. At any
 * prices, the sum of what students have at best plus the price of all places bounds every assignment from above. Targets for
 * seats by rank have a price too: a bonus for those seats.
 */
final class PriceSearch {

    private static final int BLOCKS = 10;
    private static final double FIRST_STEP = 2;
    /** The share of the first step that is left of the last. */
    private static final double LAST_STEP = 0.002;
    /** Targets are large numbers, of which small parts matter. */
    private static final double TARGET_STRESS = 20;
    private static final double MULTIPLIER_STEP = 0.2;
    private static final double SETTLING_STEP = 0.1;
    private static final double LAST_SETTLING_STEP = 0.07;

    private final Draw draw;
    private final Market market;
    private final Objective objective;
    private final Targets targets;
    private final double timeShare;
    private final int[] baseBonus;
    private final int ceiling;

    private final double[] exact;
    private final double[] average;
    private final double[] multiplier = new double[2];
    private final double[] averageMultiplier = new double[2];
    private final int[] price;
    private final int[] demand;
    private final int[] seatsByRank;
    private final int[][] chosen;
    private final int[] best;
    private double unit;
    private boolean bonusesFixed;

    /** @param timeShare of the time limit at which to leave it */
    PriceSearch(Draw draw, Objective objective, Targets targets, double timeShare) {
        this.draw = draw;
        this.objective = objective;
        this.targets = targets;
        this.timeShare = timeShare;
        market = draw.market;
        ceiling = Magnitude.of(market);
        seatsByRank = market.byRank();
        baseBonus = objective.bonus.clone();
        exact = new double[market.places()];
        average = new double[market.places()];
        price = new int[market.places()];
        demand = new int[market.places()];
        chosen = new int[market.students()][];
        Arrays.fill(chosen, new int[0]);
        best = new int[market.students()];
    }

    /** Seeks prices from nothing, and the bonuses that reach the targets. Leaves these in the objective. */
    Prices run(int passes) {
        choose(0, market.students());
        if (draw.control.stop(timeShare)) {
            return new Prices(price.clone(), bound());
        }
        unit = meanSeatValue();
        return descend(passes, FIRST_STEP * unit, LAST_STEP);
    }

    /** Seeks the prices for lower bonuses, from those found so far. */
    Prices settle(int passes, double firstFactor, double priorityFactor) {
        multiplier[0] *= firstFactor;
        multiplier[1] *= priorityFactor;
        bonusesFixed = true;
        return descend(passes, SETTLING_STEP * unit, LAST_SETTLING_STEP);
    }

    private Prices descend(int passes, double firstStep, double last) {
        var step = firstStep;
        var decay = StrictMath.pow(last, 1.0 / passes);
        var whole = true;
        for (var pass = 0; pass < passes && whole; pass++) {
            whole = pass(step);
            step *= decay;
        }
        if (whole) {
            System.arraycopy(average, 0, exact, 0, exact.length);
            System.arraycopy(averageMultiplier, 0, multiplier, 0, multiplier.length);
        }
        round();
        choose(0, market.students());
        return new Prices(price.clone(), bound());
    }

    /** Returns whether it has come to its end. */
    private boolean pass(double step) {
        Arrays.fill(average, 0);
        Arrays.fill(averageMultiplier, 0);
        for (var block = 0; block < BLOCKS; block++) {
            if (draw.control.stop(timeShare)) {
                return false;
            }
            round();
            choose(start(block), start(block + 1));
            moveMultipliers(bonusesFixed ? 0 : MULTIPLIER_STEP * step / BLOCKS);
            movePrices(step / BLOCKS);
        }
        return true;
    }

    private int start(int block) {
        return (int) ((long) market.students() * block / BLOCKS);
    }

    private void choose(int from, int to) {
        var before = Arrays.copyOfRange(chosen, from, to);
        draw.each(from, to, (student, scheduler) -> {
            scheduler.load(student, objective, price);
            scheduler.solve();
            chosen[student] = scheduler.schedule();
            best[student] = scheduler.bound;
        });
        for (var student = from; student < to; student++) {
            count(student, before[student - from], -1);
            count(student, chosen[student], 1);
        }
    }

    private void count(int student, int[] schedule, int sign) {
        for (var option : schedule) {
            demand[market.optionSection[option]] += sign;
            seatsByRank[market.optionRank[option]] += sign;
        }
        if (schedule.length > 0) {
            for (var entry : market.entries[student]) {
                demand[entry] += sign;
            }
        }
    }

    private void movePrices(double step) {
        for (var place = 0; place < exact.length; place++) {
            var excess = (demand[place] - market.open[place]) / (double) Math.max(1, market.open[place]);
            exact[place] = Math.min(ceiling, Math.max(0, exact[place] + step * clip(excess)));
            average[place] += exact[place] / BLOCKS;
        }
    }

    private void moveMultipliers(double step) {
        var reached = Targets.of(seatsByRank);
        multiplier[0] = moved(multiplier[0], step, targets.first(), reached.first());
        multiplier[1] = moved(multiplier[1], step, targets.priority(), reached.priority());
        averageMultiplier[0] += multiplier[0] / BLOCKS;
        averageMultiplier[1] += multiplier[1] / BLOCKS;
    }

    private double moved(double multiplier, double step, int target, int reached) {
        var missing = TARGET_STRESS * (target - reached) / Math.max(1, target);
        return target == 0 ? 0 : Math.min(ceiling / 4.0, Math.max(0, multiplier + step * clip(missing)));
    }

    private static double clip(double excess) {
        return Math.max(-1, Math.min(1, excess));
    }

    private void round() {
        for (var place = 0; place < price.length; place++) {
            price[place] = (int) Math.rint(exact[place]);
        }
        var first = (int) Math.rint(multiplier[0]);
        var priority = (int) Math.rint(multiplier[1]);
        for (var rank = 1; rank < baseBonus.length; rank++) {
            objective.bonus[rank] = baseBonus[rank] + priority + (rank == 1 ? first : 0);
        }
    }

    /** What a chosen seat is worth on average. */
    private double meanSeatValue() {
        var seats = 0;
        for (var schedule : chosen) {
            seats += schedule.length;
        }
        return (double) sumOfBest() / Math.max(1, seats);
    }

    private long sumOfBest() {
        var sum = 0L;
        for (var each : best) {
            sum += each;
        }
        return sum;
    }

    /** Half a whole number a student covers that values are rounded. */
    private long bound() {
        var bound = sumOfBest() + market.students();
        for (var place = 0; place < price.length; place++) {
            bound += (long) price[place] * market.open[place];
        }
        var priority = objective.bonus[2] - baseBonus[2];
        var first = objective.bonus[1] - baseBonus[1] - priority;
        return bound - (long) first * targets.first() - (long) priority * targets.priority();
    }
}
