package org.classreg.lottery.engine;

import java.util.SplittableRandom;
import java.util.function.ToLongFunction;

/** From prices to an assignment: construction, auction and polish for one objective. */
final class Search {

    /** Price increments and the loyalty to places one has, as shares of the mean price of a seat. */
    private static final double INCREMENT = 0.002;
    private static final double LOYALTY = 0.05;

    private static final int SALES = 4;
    /** How many students' worth of shaking: small programs, where chance matters more, are shaken more often. */
    private static final int SHAKEN_STUDENTS = 6_000;
    private static final int MAX_SHAKES = 50;
    private static final double SHAKEN_SHARE = 0.03;

    final Allocation allocation;
    private final Draw draw;
    private final Objective objective;
    private final Construction construction;
    private final Auction auction;
    private final double meanPrice;

    Search(Draw draw, Objective objective, Prices prices) {
        this.draw = draw;
        this.objective = objective;
        construction = new Construction(draw, objective);
        allocation = construction.build(prices.of());
        construction.polish(allocation);
        meanPrice = meanPrice(draw.market, prices.of());
        auction = new Auction(draw, objective, allocation, prices.of(),
                (int) Math.ceil(INCREMENT * meanPrice), (int) Math.ceil(LOYALTY * meanPrice));
    }

    /** To be called when the objective has changed. */
    void forget() {
        auction.forget();
    }

    /** Runs the auction to its end, and keeps what it leads to even if that is worse. */
    void improve() {
        improve(0);
    }

    /**
     * @param sales how often seats that stay idle are offered for less, before all may have them for nothing: of use where some want a
     * seat much more than others
     */
    private void improve(int sales) {
        auction.run();
        sell(sales);
    }

    private void sell(int sales) {
        for (var sale = 0; sale < sales; sale++) {
            auction.sell();
        }
        construction.polish(allocation);
    }

    /** Improves without and with sales, and keeps the better. */
    void improveTwice(ToLongFunction<Allocation> score) {
        var start = mark();
        improve();
        var once = mark();
        var most = score.applyAsLong(allocation);
        backTo(start);
        improve(SALES);
        if (score.applyAsLong(allocation) < most) {
            backTo(once);
        }
    }

    /** A state to which the search can go back. */
    record Mark(int[][] schedules, int[] prices) {
    }

    Mark mark() {
        return new Mark(allocation.schedule.clone(), auction.prices());
    }

    void backTo(Mark mark) {
        allocation.restore(mark.schedules());
        auction.setPrices(mark.prices());
    }

    /**
     * Shakes the assignment again and again: some students, by lot, lose all they have, and the auction sorts it out. What is worse than
     * before is taken back.
     *
     * @param sales see {@link #improve(int)}
     */
    void shake(SplittableRandom random, int sales, ToLongFunction<Allocation> score) {
        var students = draw.market.students();
        var most = score.applyAsLong(allocation);
        var shakes = students == 0 ? 0 : Math.min(MAX_SHAKES, SHAKEN_STUDENTS / students);
        for (var shake = 0; shake < shakes && !draw.control.stop(); shake++) {
            var before = mark();
            var shaken = new int[(int) Math.ceil(SHAKEN_SHARE * students)];
            for (var k = 0; k < shaken.length; k++) {
                shaken[k] = random.nextInt(students);
                allocation.give(shaken[k], new int[0]);
            }
            auction.run(shaken);
            sell(sales);
            var now = score.applyAsLong(allocation);
            if (now < most) {
                backTo(before);
            } else {
                most = now;
            }
        }
    }

    /** A price at which seats are dear. */
    double meanPrice() {
        return meanPrice;
    }

    private static double meanPrice(Market market, int[] price) {
        var sum = 0L;
        var seats = 0L;
        for (var section = 0; section < market.sections(); section++) {
            sum += (long) price[section] * market.open[section];
            seats += market.open[section];
        }
        return Math.max(1, sum / (double) Math.max(1, seats));
    }
}
