package org.classreg.lottery.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Measures assignments of one market. */
final class Measuring {

    private final Draw draw;
    private final Market market;
    /** Half units of utility that each student could have alone. */
    private final int[] most;
    private final double sumOfWeights;

    Measuring(Draw draw) {
        this.draw = draw;
        market = draw.market;
        most = new int[market.students()];
        var utility = Objective.utility(market);
        var free = new int[market.places()];
        draw.each(0, most.length, (student, scheduler) -> {
            scheduler.load(student, utility, free);
            most[student] = scheduler.solve();
        });
        var sum = 0.0;
        for (var student = 0; student < most.length; student++) {
            sum += weight(student);
        }
        sumOfWeights = Math.max(Double.MIN_NORMAL, sum);
    }

    Metrics measure(Allocation allocation) {
        var byRank = allocation.seatsByRank();
        var ranks = new ArrayList<Integer>();
        var seats = byRank[0];
        for (var rank = 1; rank <= market.maxRank; rank++) {
            ranks.add(byRank[rank]);
            seats += byRank[rank];
        }
        return new Metrics(utility(allocation), List.copyOf(ranks), seats, fifthPercentile(allocation), nothing(allocation));
    }

    double utility(Allocation allocation) {
        var sum = 0.0;
        for (var student = 0; student < market.students(); student++) {
            sum += weight(student) * Math.sqrt(market.utility(gain(allocation, student)));
        }
        return sum / sumOfWeights;
    }

    /** At least a tiny number, so that it can divide. */
    double sumOfWeights() {
        return sumOfWeights;
    }

    /** What each student has of the most that the student could have alone, by place in the draw; NaN where that is nothing. */
    double[] shares(Allocation allocation) {
        var shares = new double[market.students()];
        for (var student = 0; student < shares.length; student++) {
            shares[student] = gain(allocation, student) / (double) most[student];
        }
        return shares;
    }

    /** Students with options and without a seat, by place in the draw. */
    int[] emptyHanded(Allocation allocation) {
        var students = new Ints();
        for (var student = 0; student < most.length; student++) {
            if (isEmptyHanded(allocation, student)) {
                students.add(student);
            }
        }
        return students.toArray();
    }

    private boolean isEmptyHanded(Allocation allocation, int student) {
        return most[student] > 0 && allocation.schedule[student].length == 0;
    }

    /** Seats missing to targets, and students with nothing. */
    int faults(Allocation allocation, Targets targets) {
        return nothing(allocation) + targets.missing(Targets.of(allocation.seatsByRank()));
    }

    private int nothing(Allocation allocation) {
        return emptyHanded(allocation).length;
    }

    private double weight(int student) {
        return market.instance.weight[market.order[student]];
    }

    private int gain(Allocation allocation, int student) {
        var gain = 0;
        for (var option : allocation.schedule[student]) {
            gain += market.gain(market.optionSection[option], market.optionRank[option]);
        }
        return gain;
    }

    /** By linear interpolation between the two nearest students. */
    private double fifthPercentile(Allocation allocation) {
        var shares = shares(allocation);
        // NaN comes last.
        Arrays.sort(shares);
        var size = shares.length;
        while (size > 0 && Double.isNaN(shares[size - 1])) {
            size--;
        }
        if (size == 0) {
            return 1;
        }
        var position = 0.05 * (size - 1);
        var below = (int) position;
        var above = Math.min(below + 1, size - 1);
        return shares[below] + (position - below) * (shares[above] - shares[below]);
    }
}
