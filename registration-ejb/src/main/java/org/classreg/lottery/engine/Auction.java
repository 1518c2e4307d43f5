package org.classreg.lottery.engine;

import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * Improves an assignment by an auction: students who would gain by another schedule at the current prices take it, and where a place is
 * then given once too often, the student who minds least leaves it and its price rises; who lost a place bids again. It ends when
 * nobody would gain, and then the assignment is close to the bound that the prices give.
 * Source of the idea: D. P. Bertsekas, "The auction algorithm", 1988; here bids are for whole schedules.
 */
final class Auction {

    private static final int MAX_BATCH = 64;
    private static final double SALE = 0.8;
    /** A war of bids between equals is ended. */
    private static final int BIDS_PER_STUDENT = 40;
    /** Up to how many increments a loss is no matter. */
    private static final int INDIFFERENCE = 2;
    /** The most that a price rises at once, in increments. */
    private static final int LEAP = 25;

    private final Draw draw;
    private final Market market;
    private final Objective objective;
    private final Allocation allocation;
    private final int[] price;
    private final int ceiling;
    private final Margins margins;
    private final int increment;
    /** How much dearer another place must be than the same: keeps students from moving about for nothing. */
    private final int loyalty;
    private final int batchSize;

    private final ArrayDeque<Integer> queue = new ArrayDeque<>();
    private final boolean[] queued;
    /**
     * @param increment by how much a price rises at least
     * @param loyalty how much cheaper a place is for who has it
     */
    Auction(Draw draw, Objective objective, Allocation allocation, int[] prices, int increment, int loyalty) {
        this.draw = draw;
        this.objective = objective;
        this.allocation = allocation;
        market = draw.market;
        ceiling = Magnitude.of(market);
        price = prices.clone();
        this.increment = increment;
        this.loyalty = loyalty;
        margins = new Margins(draw, objective, allocation, price, INDIFFERENCE * increment);
        queued = new boolean[market.students()];
        batchSize = Math.max(1, Math.min(MAX_BATCH, market.students() / 40));
    }

    /** To be called when the objective has changed. */
    void forget() {
        margins.forget();
    }

    /** Everyone who would gain bids. */
    void run() {
        if (!draw.control.stop()) {
            enqueueUnhappy(null);
        }
        takeBids();
    }

    /** These bid, and who loses a place by it. */
    void run(int[] students) {
        for (var student : students) {
            enqueue(student);
        }
        takeBids();
    }

    /** Places that nobody has taken become cheaper; who would gain by that bids. */
    void sell() {
        var cheaper = new boolean[price.length];
        for (var place = 0; place < price.length; place++) {
            if (allocation.free[place] > 0 && price[place] > 0) {
                price[place] = (int) (price[place] * SALE);
                cheaper[place] = true;
            }
        }
        if (!draw.control.stop()) {
            enqueueUnhappy(cheaper);
        }
        takeBids();
    }

    private void takeBids() {
        var batch = new int[batchSize];
        var bids = new int[batchSize][];
        for (var left = (long) BIDS_PER_STUDENT * market.students(); !queue.isEmpty() && left > 0 && !draw.control.stop();) {
            var size = 0;
            while (size < batchSize && !queue.isEmpty()) {
                batch[size++] = queue.poll();
            }
            left -= size;
            draw.each(0, size, (k, scheduler) -> bids[k] = bid(batch[k], scheduler));
            margins.prepare(batch, bids, size);
            for (var k = 0; k < size; k++) {
                queued[batch[k]] = false;
                if (bids[k] != null) {
                    accept(batch[k], bids[k]);
                }
            }
        }
        queue.clear();
        Arrays.fill(queued, false);
    }

    int[] prices() {
        return price.clone();
    }

    void setPrices(int[] prices) {
        System.arraycopy(prices, 0, price, 0, price.length);
    }

    /** @param cheaper the places of which one at least must be of interest; null = whatever the places */
    private void enqueueUnhappy(boolean[] cheaper) {
        var unhappy = new boolean[market.students()];
        draw.each(0, market.students(), (student, scheduler) ->
                unhappy[student] = (cheaper == null || asksForOne(student, cheaper)) && isUnhappy(student, scheduler));
        for (var student = 0; student < unhappy.length; student++) {
            if (unhappy[student]) {
                enqueue(student);
            }
        }
    }

    private boolean asksForOne(int student, boolean[] places) {
        for (var option = market.optionStart[student]; option < market.optionStart[student + 1]; option++) {
            if (places[market.optionSection[option]]) {
                return true;
            }
        }
        for (var entry : market.entries[student]) {
            if (places[entry]) {
                return true;
            }
        }
        return false;
    }

    private boolean isUnhappy(int student, Scheduler scheduler) {
        scheduler.load(student, objective, price);
        var now = allocation.worth(student, objective) - allocation.cost(student, price);
        return scheduler.solve(now + increment) > now + increment;
    }

    private void enqueue(int student) {
        if (!queued[student]) {
            queued[student] = true;
            queue.add(student);
        }
    }

    /** The schedule that the student would rather have; null if none. */
    private int[] bid(int student, Scheduler scheduler) {
        scheduler.load(student, objective, price);
        var schedule = allocation.schedule[student];
        var now = allocation.worth(student, objective) - allocation.cost(student, price) + loyalty * schedule.length;
        for (var option : schedule) {
            scheduler.setCost(option, scheduler.cost(option) - loyalty);
        }
        return scheduler.solve(now) > now ? scheduler.schedule() : null;
    }

    private void accept(int student, int[] bid) {
        var before = allocation.schedule[student];
        allocation.give(student, bid);
        for (var option : bid) {
            settle(student, market.optionSection[option]);
        }
        for (var entry : market.entries[student]) {
            settle(student, entry);
        }
        for (var option : before) {
            var section = market.optionSection[option];
            if (allocation.free[section] > 0) {
                price[section] = Math.max(0, price[section] - increment);
            }
        }
    }

    /** Where a place is given once too often, the one who minds least goes, but for the newcomer. */
    private void settle(int newcomer, int place) {
        if (allocation.free[place] >= 0) {
            return;
        }
        var weakest = weakest(newcomer, place);
        var margin = margins.of(weakest, place, draw.scheduler);
        allocation.evict(weakest, place);
        enqueue(weakest);
        var rise = Math.max(0, Math.min(margin, LEAP * increment)) + increment;
        price[place] = Math.min(ceiling, price[place] + rise);
    }

    private int weakest(int newcomer, int place) {
        var holders = allocation.holders[place];
        for (var k = 0; k < allocation.held[place]; k++) {
            if (holders[k] != newcomer && margins.isIndifferent(holders[k], place)) {
                return holders[k];
            }
        }
        var weakest = -1;
        var least = Integer.MAX_VALUE;
        for (var k = 0; k < allocation.held[place]; k++) {
            var margin = holders[k] == newcomer ? Integer.MAX_VALUE : margins.of(holders[k], place, draw.scheduler);
            if (margin < least) {
                least = margin;
                weakest = holders[k];
            }
        }
        return weakest;
    }
}
