package org.classreg.lottery.engine;

import java.util.Arrays;
import java.util.SplittableRandom;

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
    private int[] candidates = new int[16];
    private double[] keys = new double[16];

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
        var keys = lengthKeys();
        for (var rank = 1; rank <= market.maxRank; rank++) {
            for (var section : shuffled(keys)) {
                fill(section, rank, PRIORITY_FACTOR);
            }
        }
    }

    /** Longer sections first, so that conflicts do not disadvantage them. */
    private double[] lengthKeys() {
        var keys = new double[market.sections()];
        for (var section = 0; section < keys.length; section++) {
            keys[section] = 1.0 / market.instance.timeslots(section);
        }
        return keys;
    }

    private int[] leastAskedFirst() {
        var keys = new double[market.sections()];
        for (var k = 0; k < market.instance.preferredSection.length; k++) {
            keys[market.instance.preferredSection[k]] += market.instance.interested[k] ? 1 : 0;
        }
        for (var section = 0; section < keys.length; section++) {
            keys[section] /= Math.max(1, market.instance.capacity[section]);
        }
        return shuffled(keys);
    }

    /** Sections by their keys, equal ones in drawn order. */
    private int[] shuffled(double[] key) {
        var sections = Shuffle.of(market.sections(), random);
        var keys = new double[sections.length];
        for (var k = 0; k < keys.length; k++) {
            keys[k] = key[sections[k]];
        }
        var order = Order.ascending(keys, keys.length);
        for (var k = 0; k < order.length; k++) {
            order[k] = sections[order[k]];
        }
        return order;
    }

    private void fill(int section, int rank, double factor) {
        if (allocation.free[section] <= 0) {
            return;
        }
        var size = list(askers.from(rank, section), askers.to(rank, section));
        if (size > allocation.free[section]) {
            draw(size);
        }
        for (var k = 0; k < size && allocation.free[section] > 0; k++) {
            var student = askers.student(candidates[k]);
            if (fit.allows(student, askers.option(candidates[k]))) {
                give(student, askers.option(candidates[k]));
                weight[student] /= factor;
            }
        }
    }

    private int list(int from, int to) {
        if (candidates.length < to - from) {
            candidates = new int[2 * (to - from)];
            keys = new double[2 * (to - from)];
        }
        var size = 0;
        for (var asker = from; asker < to; asker++) {
            if (fit.allows(askers.student(asker), askers.option(asker))) {
                candidates[size++] = asker;
            }
        }
        return size;
    }

    /**
     * Puts the candidates in an order in which each next one is drawn with probabilities in proportion to the weights. Source: P. S. Efraimidis and P. G.
     * Spirakis, "Weighted random sampling with a reservoir", 2006.
     */
    private void draw(int size) {
        for (var k = 0; k < size; k++) {
            // StrictMath, so that the order is the same on every machine.
            keys[k] = -StrictMath.log(1 - random.nextDouble()) / weight[askers.student(candidates[k])];
        }
        var order = Order.ascending(keys, size);
        for (var k = 0; k < size; k++) {
            order[k] = candidates[order[k]];
        }
        System.arraycopy(order, 0, candidates, 0, size);
    }

    private void give(int student, int option) {
        var schedule = allocation.schedule[student];
        var next = Arrays.copyOf(schedule, schedule.length + 1);
        next[schedule.length] = option;
        allocation.give(student, next);
    }
}
