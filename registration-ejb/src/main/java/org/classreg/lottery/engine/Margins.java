package org.classreg.lottery.engine;

import java.util.Arrays;

/** How much each student would lose with each place, at the prices of an auction. Kept until the student's schedule changes. */
final class Margins {

    private static final int UNKNOWN = -1;

    private final Draw draw;
    private final Market market;
    private final Objective objective;
    private final Allocation allocation;
    private final int[] price;
    /** Of which schedule the margins are known. */
    private final int[][] schedule;
    /** By student and position in the schedule; the entries come last. */
    private final int[][] margin;
    private final int[][] priceThen;
    private final int indifference;
    private final Ints students = new Ints();
    private final Ints positions = new Ints();

    /**
     * @param price changed by the owner later on
     * @param indifference up to what margin a student minds little
     */
    Margins(Draw draw, Objective objective, Allocation allocation, int[] price, int indifference) {
        this.draw = draw;
        this.objective = objective;
        this.allocation = allocation;
        this.price = price;
        this.indifference = indifference;
        market = draw.market;
        schedule = new int[market.students()][];
        margin = new int[market.students()][];
        priceThen = new int[market.students()][];
    }

    /** To be called when the objective has changed. */
    void forget() {
        Arrays.fill(schedule, null);
    }

    /** What the student loses with this place, less what its price has risen since that was found out. */
    int of(int student, int place, Scheduler scheduler) {
        var position = position(student, place);
        if (margin[student][position] == UNKNOWN) {
            compute(student, position, scheduler);
        }
        return margin[student][position] - (price[place] - priceThen[student][position]);
    }

    /** Finds out, with all threads, what a batch of bids will ask for. */
    void prepare(int[] bidders, int[][] bids, int size) {
        students.clear();
        positions.clear();
        var contested = new boolean[market.places()];
        for (var k = 0; k < size; k++) {
            if (bids[k] != null) {
                contest(bidders[k], bids[k], contested);
            }
        }
        draw.each(0, students.size(), (k, scheduler) -> compute(students.get(k), positions.get(k), scheduler));
    }

    private void contest(int bidder, int[] bid, boolean[] contested) {
        for (var option : bid) {
            contest(bidder, market.optionSection[option], contested);
        }
        for (var entry : market.entries[bidder]) {
            contest(bidder, entry, contested);
        }
    }

    private void contest(int bidder, int place, boolean[] contested) {
        if (contested[place] || allocation.free[place] > 0 || allocation.holds(bidder, place)) {
            return;
        }
        contested[place] = true;
        if (hasIndifferent(place)) {
            return;
        }
        for (var k = 0; k < allocation.held[place]; k++) {
            var holder = allocation.holders[place][k];
            var position = position(holder, place);
            if (margin[holder][position] == UNKNOWN) {
                students.add(holder);
                positions.add(position);
            }
        }
    }

    /** Whether someone is known to mind little: then nobody else need be asked. */
    private boolean hasIndifferent(int place) {
        for (var k = 0; k < allocation.held[place]; k++) {
            if (isIndifferent(allocation.holders[place][k], place)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the student is known to mind little. */
    boolean isIndifferent(int student, int place) {
        var position = position(student, place);
        var known = margin[student][position];
        return known != UNKNOWN && known - (price[place] - priceThen[student][position]) <= indifference;
    }

    private int position(int student, int place) {
        var current = allocation.schedule[student];
        if (schedule[student] != current) {
            schedule[student] = current;
            margin[student] = new int[current.length + market.entries[student].length];
            Arrays.fill(margin[student], UNKNOWN);
            priceThen[student] = new int[margin[student].length];
        }
        var position = 0;
        while (position < current.length && market.optionSection[current[position]] != place) {
            position++;
        }
        while (position >= current.length && market.entries[student][position - current.length] != place) {
            position++;
        }
        return position;
    }

    private void compute(int student, int position, Scheduler scheduler) {
        var current = allocation.schedule[student];
        var now = allocation.worth(student, objective) - allocation.cost(student, price);
        var without = 0;
        if (position < current.length) {
            scheduler.load(student, objective, price);
            scheduler.setCost(current[position], Scheduler.FORBIDDEN);
            without = scheduler.estimate();
            priceThen[student][position] = price[market.optionSection[current[position]]];
        } else {
            priceThen[student][position] = price[market.entries[student][position - current.length]];
        }
        margin[student][position] = Math.max(0, now - without);
    }
}
