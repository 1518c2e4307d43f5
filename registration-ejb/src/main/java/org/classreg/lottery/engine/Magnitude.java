package org.classreg.lottery.engine;

/** How large the whole numbers of objectives and prices may be, so that no sum over a schedule runs over. */
final class Magnitude {

    private Magnitude() {
    }

    /** @return the greatest price; bonuses together may be half of it, and what one seat adds to a value a quarter */
    static int of(Market market) {
        var options = 1;
        for (var student = 0; student < market.students(); student++) {
            options = Math.max(options, market.optionStart[student + 1] - market.optionStart[student]);
        }
        return (1 << 29) / (Math.min(options, market.grid.segments) + 2);
    }

    /** The scale at which one seat adds at most this much to any student's value. */
    static double scale(Market market, int most) {
        var heaviest = 0.0;
        for (var weight : market.instance.weight) {
            heaviest = Math.max(heaviest, weight);
        }
        var longest = 1;
        for (var units : market.units) {
            longest = Math.max(longest, units);
        }
        return most / Math.max(1, heaviest * Math.sqrt(market.utility(3 * longest)));
    }
}
