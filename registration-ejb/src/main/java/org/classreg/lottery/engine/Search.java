package org.classreg.lottery.engine;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToLongFunction;

/** From prices to an assignment: construction, auction and polish for one objective. */
final class Search {

    /** Price increments and the loyalty to places one has, as shares of the mean price of a seat. */
    private static final double INCREMENT = 0.001;
    private static final double LOYALTY = 0.02;

    /** How many students' worth of shaking: small programs, where chance matters more, are shaken more often. */
    private static final int SHAKEN_STUDENTS = 15_000;
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
        auction = new Auction(draw, objective, allocation, prices.of());
        meanPrice = meanPrice(draw.market, prices.of());
    }

    /** Runs the auction to its end, and keeps what it leads to even if that is worse. */
    void improve() {
        auction.run((int) Math.ceil(INCREMENT * meanPrice), (int) Math.ceil(LOYALTY * meanPrice));
        construction.polish(allocation);
    }

    /**
     * Shakes the assignment again and again: some students, by lot, lose all they have, and the auction sorts it out. What is worse than
     * before is taken back.
     */
    void shake(SplittableRandom random, ToLongFunction<Allocation> score) {
        var students = draw.market.students();
        var most = score.applyAsLong(allocation);
        var shakes = Math.min(MAX_SHAKES, SHAKEN_STUDENTS / Math.max(1, students));
        for (var shake = 0; shake < shakes && !draw.control.stop(); shake++) {
            var before = allocation.schedule.clone();
            for (var k = 0; k < Math.ceil(SHAKEN_SHARE * students); k++) {
                allocation.give(random.nextInt(students), new int[0]);
            }
            improve();
            var now = score.applyAsLong(allocation);
            if (now < most) {
                allocation.restore(before);
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
        for (var section = 0; section < market.sections(); section++) {
            sum += (long) price[section] * market.open[section];
        }
        var seats = Arrays.stream(market.open, 0, market.sections()).asLongStream().sum();
        return Math.max(1, sum / (double) Math.max(1, seats));
    }
}
