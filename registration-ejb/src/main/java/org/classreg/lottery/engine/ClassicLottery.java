package org.classreg.lottery.engine;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The field's weighted greedy lottery, as ESP-Website has it: rank by rank, sections are filled in shuffled order, longer ones first, from
 * the students who gave that rank; then from those interested, least asked sections first. Where too many ask, seats are drawn
 * with weights, and a student's weight is divided by 1.2 with each priority won and by 1.1 with each interest won.
 */
final class ClassicLottery {

    private static final double PRIORITY_FACTOR = 1.2;
    private static final double INTEREST_FACTOR = 1.1;

    private final Market market;
    private final Askers askers;
    private final SplittableRandom random;
    private final Allocation allocation;
    private final Fit fit;
    private final double[] weight;

    ClassicLottery(Market market, Askers askers, SplittableRandom random) {
        this.market = market;
        this.askers = askers;
        this.random = random;
        allocation = new Allocation(market);
        fit = new Fit(allocation);
        weight = new double[market.students()];
        Arrays.fill(weight, 1);
    }

    Allocation run() {
        fillPriorities();
        for (var section : leastAskedFirst()) {
            fill(section, 0, INTEREST_FACTOR);
        }
        return allocation;
    }

    /** @return the seats that all priority rounds give */
    Targets runPriorities() {
        fillPriorities();
        return Targets.of(allocation.seatsByRank());
    }

    private void fillPriorities() {
        for (var rank = 1; rank <= Askers.maxRank(market); rank++) {
            for (var section : longestFirst()) {
                fill(section, rank, PRIORITY_FACTOR);
            }
        }
    }

    /** Longer sections first, so that conflicts do not disadvantage them. */
    private int[] longestFirst() {
        return shuffled(section -> 1.0 / market.instance.timeslots(section));
    }

    private int[] leastAskedFirst() {
        var interested = new int[market.sections()];
        for (var k = 0; k < market.instance.preferredSection.length; k++) {
            interested[market.instance.preferredSection[k]] += market.instance.interested[k] ? 1 : 0;
        }
        return shuffled(section -> interested[section] / (double) Math.max(1, market.instance.capacity[section]));
    }

    private int[] shuffled(IntToDoubleFunction key) {
        var sections = Shuffle.of(market.sections(), random);
        var keys = new double[sections.length];
        Arrays.setAll(keys, k -> key.applyAsDouble(sections[k]));
        var order = Order.ascending(keys);
        Arrays.setAll(order, k -> sections[order[k]]);
        return order;
    }

    private void fill(int section, int rank, double factor) {
        if (allocation.free[section] <= 0) {
            return;
        }
        var candidates = IntStream.range(askers.from(rank, section), askers.to(rank, section))
                .filter(asker -> fit.allows(askers.student(asker), askers.option(asker))).toArray();
        for (var asker : candidates.length > allocation.free[section] ? drawn(candidates) : candidates) {
            var student = askers.student(asker);
            if (allocation.free[section] > 0 && fit.allows(student, askers.option(asker))) {
                give(student, askers.option(asker));
                weight[student] /= factor;
            }
        }
    }

    /**
     * An order in which each next one is drawn with probabilities in proportion to the weights. Source: P. S. Efraimidis and P. G.
     * Spirakis, "Weighted random sampling with a reservoir", 2006.
     */
    private int[] drawn(int[] candidates) {
        var keys = new double[candidates.length];
        // StrictMath, so that the order is the same on every machine.
        Arrays.setAll(keys, k -> -StrictMath.log(1 - random.nextDouble()) / weight[askers.student(candidates[k])]);
        var order = Order.ascending(keys);
        Arrays.setAll(order, k -> candidates[order[k]]);
        return order;
    }

    private void give(int student, int option) {
        var schedule = allocation.schedule[student];
        var next = Arrays.copyOf(schedule, schedule.length + 1);
        next[schedule.length] = option;
        allocation.give(student, next);
    }
}
