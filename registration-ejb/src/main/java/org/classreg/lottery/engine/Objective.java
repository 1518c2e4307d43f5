package org.classreg.lottery.engine;

import java.util.Arrays;

/**
 * What a schedule is worth, in whole numbers, so that sums do not depend on their order: the value of a student's utility, and a
 * bonus for each seat by its rank.
 */
final class Objective {

    /** By student and half units of utility. */
    final int[][] values;
    /** By rank; 0 = interested. */
    final int[] bonus;
    /** Whole numbers per unit of w x sqrt(u). */
    final double scale;

    private Objective(Market market, double scale) {
        values = new int[market.students()][];
        bonus = market.byRank();
        this.scale = scale;
    }

    /** Overall utility as ESP-Website counts it: the sum of w x sqrt(u) over all students. */
    static Objective happiness(Market market, double scale) {
        var objective = new Objective(market, scale);
        for (var student = 0; student < market.students(); student++) {
            var row = new int[market.states[student].levels()];
            var weight = market.instance.weight[market.order[student]];
            for (var level = 0; level < row.length; level++) {
                row[level] = (int) Math.rint(scale * weight * Math.sqrt(market.utility(level)));
            }
            objective.values[student] = row;
        }
        return objective;
    }

    /** Makes anything at all worth more for this student. */
    void lift(int student, int by) {
        for (var level = 1; level < values[student].length; level++) {
            values[student][level] += by;
        }
    }

    /** The half units of utility themselves. */
    static Objective utility(Market market) {
        var objective = new Objective(market, 1);
        for (var student = 0; student < market.students(); student++) {
            var row = new int[market.states[student].levels()];
            for (var level = 0; level < row.length; level++) {
                row[level] = level;
            }
            objective.values[student] = row;
        }
        return objective;
    }

    /** Nothing but the bonuses. */
    static Objective ranks(Market market) {
        var objective = new Objective(market, 0);
        Arrays.setAll(objective.values, student -> new int[market.states[student].levels()]);
        return objective;
    }
}
