package org.classreg.lottery.engine;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Measures assignments of one market. */
final class Measuring {

    private final Draw draw;
    private final Market market;
    /** Half units of utility that each student could have alone. */
    private final int[] most;

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
    }

    Metrics measure(Allocation allocation) {
        var byRank = allocation.seatsByRank();
        var ranks = IntStream.rangeClosed(1, Askers.maxRank(market)).mapToObj(rank -> byRank[rank]).toList();
        return new Metrics(utility(allocation), ranks, Arrays.stream(byRank).sum(), fifthPercentile(allocation), nothing(allocation));
    }

    double utility(Allocation allocation) {
        var sum = 0.0;
        for (var student = 0; student < market.students(); student++) {
            sum += weight(student) * Math.sqrt(market.utility(gain(allocation, student)));
        }
        return sum / sumOfWeights();
    }

    /** At least a tiny number, so that it can divide. */
    double sumOfWeights() {
        var sum = 0.0;
        for (var student = 0; student < market.students(); student++) {
            sum += weight(student);
        }
        return Math.max(Double.MIN_NORMAL, sum);
    }

    /** What each student has of the most that the student could have alone, by place in the draw; NaN where that is nothing. */
    double[] shares(Allocation allocation) {
        return IntStream.range(0, market.students()).mapToDouble(student -> gain(allocation, student) / (double) most[student]).toArray();
    }

    /** Students with options and without a seat, by place in the draw. */
    int[] emptyHanded(Allocation allocation) {
        return IntStream.range(0, market.students())
                .filter(student -> most[student] > 0 && allocation.schedule[student].length == 0).toArray();
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
        return Arrays.stream(allocation.schedule[student])
                .map(option -> market.gain(market.optionSection[option], market.optionRank[option])).sum();
    }

    /** By linear interpolation between the two nearest students. */
    private double fifthPercentile(Allocation allocation) {
        var shares = IntStream.range(0, market.students()).filter(student -> most[student] > 0)
                .mapToDouble(student -> gain(allocation, student) / (double) most[student]).sorted().toArray();
        if (shares.length == 0) {
            return 1;
        }
        var position = 0.05 * (shares.length - 1);
        var below = (int) position;
        var above = Math.min(below + 1, shares.length - 1);
        return shares[below] + (position - below) * (shares[above] - shares[below]);
    }
}
