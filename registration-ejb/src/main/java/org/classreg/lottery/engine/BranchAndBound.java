package org.classreg.lottery.engine;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Finds a student's best schedule among few options whose meetings are apart, by branch and bound. What excludes what is a bit mask. No
 * schedule is worth more than a line above the values of utility allows, where of options that all exclude each other only the best counts.
 */
final class BranchAndBound {

    private static final int MAX_OPTIONS = Long.SIZE;
    /** The search is left at so many nodes; the bound stays one. */
    private static final int MAX_NODES = 4000;
    /** The line touches the values around the utility of a good schedule; how far around is this share of it. */
    private static final int TOUCH = 8;

    /** The sections of the best schedule, as options of the market, in order of time. */
    int[] chosen = new int[0];
    int value;
    /** No schedule is worth more. */
    int bound;

    private final Market market;
    private final int[] listed = new int[MAX_OPTIONS];
    private final long[] clashesListed = new long[MAX_OPTIONS];
    private final int[] option = new int[MAX_OPTIONS];
    private final int[] gain = new int[MAX_OPTIONS];
    private final int[] cost = new int[MAX_OPTIONS];
    private final int[] timeslots = new int[MAX_OPTIONS];
    private final long[] score = new long[MAX_OPTIONS];
    /** The options that exclude an option, from the best score to the worst. */
    private final long[] clashes = new long[MAX_OPTIONS];
    private final int[] path = new int[MAX_OPTIONS];
    private int depth;
    private int nodes;
    private int size;
    private int student;
    private int[] values;
    private int entryPrice;

    BranchAndBound(Market market) {
        this.market = market;
    }

    /**
     * @param values by half units of utility
     * @param above only schedules that are worth more are of interest
     * @return whether there are few enough options for this search
     */
    boolean solve(int student, Relaxation prices, int above) {
        this.student = student;
        values = prices.values();
        entryPrice = prices.entryPrice();
        value = above;
        bound = above;
        chosen = new int[0];
        if (!list(prices)) {
            return false;
        }
        var sections = market.states[student].counts() == 1 ? size : market.states[student].sectionLimit();
        var slots = market.states[student].slots() == 1 ? Integer.MAX_VALUE : market.states[student].slots() - 1;
        depth = 0;
        nodes = 0;
        descend(size == 0 ? 0 : -1L >>> (Long.SIZE - size), 0, 0, aim(sections) - entryPrice, sections, slots);
        bound = Math.max(bound, value);
        return true;
    }

    /** Whether the search was not left. */
    boolean isExact() {
        return bound == value;
    }

    /** Lists the options that alone are worth their price: as values are concave but for rounding, no other is of use. */
    private boolean list(Relaxation prices) {
        size = 0;
        for (var k = market.optionStart[student]; k < market.optionStart[student + 1] && entryPrice < Scheduler.FORBIDDEN; k++) {
            var asked = prices.cost(k);
            if (asked < Scheduler.FORBIDDEN && values[gainOf(k)] - asked >= -1) {
                if (size == MAX_OPTIONS) {
                    return false;
                }
                listed[size++] = k;
            }
        }
        for (var k = 0; k < size; k++) {
            cost[k] = prices.cost(listed[k]);
        }
        return true;
    }

    private int gainOf(int one) {
        return market.gain(market.optionSection[one], market.optionRank[one]);
    }

    /** Sorts the options by what they add to the line; returns where the line starts. */
    private long aim(int sections) {
        compare();
        var slope = slope(greedyLevel(sections));
        for (var k = 0; k < size; k++) {
            score[k] = slope * gainOf(listed[k]) - cost[k];
        }
        var order = new int[size];
        for (var k = 0; k < size; k++) {
            var at = k;
            for (; at > 0 && score[order[at - 1]] < score[k]; at--) {
                order[at] = order[at - 1];
            }
            order[at] = k;
        }
        arrange(order);
        var start = 0L;
        for (var level = 1; level < values.length; level++) {
            start = Math.max(start, values[level] - slope * level);
        }
        return start;
    }

    private void compare() {
        Arrays.fill(clashesListed, 0, size, 0);
        for (var k = 1; k < size; k++) {
            for (var m = 0; m < k; m++) {
                if (exclude(market.optionSection[listed[k]], market.optionSection[listed[m]])) {
                    clashesListed[k] |= 1L << m;
                    clashesListed[m] |= 1L << k;
                }
            }
        }
    }

    private boolean exclude(int section, int other) {
        return market.instance.subject[section] == market.instance.subject[other] || market.grid.overlap(section, other);
    }

    /** The utility of a schedule to which the option that adds most is added again and again. */
    private int greedyLevel(int sections) {
        var level = 0;
        var left = size == 0 ? 0 : -1L >>> (Long.SIZE - size);
        for (var count = 0; count < sections && left != 0; count++) {
            var best = -1;
            var most = 0;
            for (var rest = left; rest != 0; rest &= rest - 1) {
                var k = Long.numberOfTrailingZeros(rest);
                var next = Math.min(values.length - 1, level + gainOf(listed[k]));
                if (values[next] - values[level] - cost[k] > most) {
                    most = values[next] - values[level] - cost[k];
                    best = k;
                }
            }
            if (best < 0) {
                break;
            }
            level += gainOf(listed[best]);
            left &= ~(clashesListed[best] | 1L << best);
        }
        return Math.min(level, values.length - 1);
    }

    private long slope(int level) {
        var last = values.length - 1;
        var around = Math.max(1, level / TOUCH);
        var from = Math.max(0, Math.min(level, last) - around);
        var to = Math.min(last, level + around);
        return to == from ? 0 : (values[to] - values[from]) / (to - from);
    }

    private void arrange(int[] order) {
        var scores = Arrays.copyOf(score, size);
        var costs = Arrays.copyOf(cost, size);
        for (var k = 0; k < size; k++) {
            option[k] = listed[order[k]];
            gain[k] = gainOf(option[k]);
            timeslots[k] = market.instance.timeslots(market.optionSection[option[k]]);
            score[k] = scores[order[k]];
            cost[k] = costs[order[k]];
            var mask = 0L;
            for (var m = 0; m < size; m++) {
                mask |= (clashesListed[order[k]] >>> order[m] & 1) << m;
            }
            clashes[k] = mask;
        }
    }

    /**
     * @param candidates what goes with the path
     * @param level the utility of the path
     * @param paid for the path
     * @param line the value of the path by the line
     * @param sections how many more the student may have
     */
    private void descend(long candidates, int level, int paid, long line, int sections, int slots) {
        accept(values[level] - paid - (depth > 0 ? entryPrice : 0));
        for (var left = candidates; left != 0 && sections > 0;) {
            var most = line + most(left, sections);
            if (most <= value) {
                return;
            }
            if (++nodes > MAX_NODES) {
                bound = (int) Math.max(bound, Math.min(most, Integer.MAX_VALUE));
                return;
            }
            var k = Long.numberOfTrailingZeros(left);
            left &= left - 1;
            path[depth++] = option[k];
            if (timeslots[k] <= slots && keepsLunch(option[k])) {
                descend(left & ~clashes[k], level + gain[k], paid + cost[k], line + score[k], sections - 1, slots - timeslots[k]);
            }
            depth--;
        }
    }

    /** What candidates add to the line at most. */
    private long most(long candidates, int sections) {
        var sum = 0L;
        var left = candidates;
        for (var count = 0; count < sections && left != 0; count++) {
            var leader = Long.numberOfTrailingZeros(left);
            if (score[leader] <= 0) {
                break;
            }
            sum += score[leader];
            left &= left - 1;
            for (var rivals = left & clashes[leader]; rivals != 0;) {
                var rival = Long.numberOfTrailingZeros(rivals);
                left &= ~(1L << rival);
                rivals &= clashes[rival];
            }
        }
        return sum;
    }

    private void accept(int worth) {
        if (worth > value) {
            value = worth;
            chosen = Arrays.copyOf(path, depth);
            Arrays.sort(chosen);
        }
    }

    private boolean keepsLunch(int added) {
        if (market.grid.lunch.length == 0 || !market.eligibility.touchesLunch(market.optionSection[added])) {
            return true;
        }
        var standing = market.eligibility.standing(market.order[student]);
        var taken = Arrays.stream(path, 0, depth).map(one -> market.optionSection[one]);
        return !market.eligibility.eatLunch(IntStream.concat(Arrays.stream(standing), taken).toArray());
    }
}
