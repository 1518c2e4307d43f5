package org.classreg.lottery.engine;

import java.util.Arrays;

/**
 * The best way of one student through time at given prices, by dynamic programming over the nodes of the {@link TimeGraph} and the
 * {@link States} of what is gathered on the way. It does not look at classes nor at meetings that are apart.
 */
final class Relaxation {

    private static final int NEVER = -(1 << 30);
    private static final int REACHABLE = NEVER / 2;

    /** The sections of the best way, as options of the market, in order of time. */
    int[] path = new int[8];
    int pathSize;

    private final Market market;
    private final TimeGraph graph;
    /** The highest state reached at each node. */
    private final int[] high;
    private int[] best = new int[0];
    private int[] optionCost = new int[64];
    private int[] groupCost = new int[64];

    private int student;
    private int firstOption;
    private int firstGroup;
    private int groups;
    private int width;
    private int[] values;
    private int entryPrice;
    private int end;

    Relaxation(Market market) {
        this.market = market;
        graph = market.graph;
        high = new int[graph.nodes()];
    }

    /** Sets the student and the prices of all places. */
    void load(int student, Objective objective, int[] price) {
        this.student = student;
        firstOption = market.optionStart[student];
        firstGroup = market.groupStart[student];
        groups = market.groupStart[student + 1] - firstGroup;
        width = market.states[student].size();
        values = objective.values[student];
        entryPrice = market.entryPrice(student, price);
        var options = market.optionStart[student + 1] - firstOption;
        if (optionCost.length < options) {
            optionCost = new int[2 * options];
            groupCost = new int[2 * options];
        }
        if (best.length < width * graph.nodes()) {
            best = new int[width * graph.nodes()];
        }
        for (var k = 0; k < options; k++) {
            var asked = price[market.optionSection[firstOption + k]];
            var bonus = objective.bonus[market.optionRank[firstOption + k]];
            optionCost[k] = asked == Scheduler.FORBIDDEN ? asked : asked - bonus;
        }
    }

    int cost(int option) {
        return optionCost[option - firstOption];
    }

    void setCost(int option, int cost) {
        optionCost[option - firstOption] = cost;
    }

    void setEntryPrice(int price) {
        entryPrice = price;
    }

    int entryPrice() {
        return entryPrice;
    }

    /** What the loaded student's utility is worth, by half units. */
    int[] values() {
        return values;
    }

    /**
     * Fills {@link #best}: by node and state, the least cost, negated, of a way there.
     *
     * @return the value of the best way
     */
    int run() {
        high[0] = 0;
        best[0] = 0;
        Arrays.fill(high, 1, high.length, -1);
        var point = 0;
        for (var g = 0; g < groups; g++) {
            var cost = cheapest(g);
            groupCost[g] = cost;
            if (cost >= Scheduler.FORBIDDEN) {
                continue;
            }
            var run = market.groupRun[firstGroup + g];
            while (point < graph.runFrom[run]) {
                skip(point++);
            }
            for (var arc = graph.arcStart[run]; arc < graph.arcStart[run + 1]; arc++) {
                push(graph.arcFrom[arc], graph.arcTo[arc], market.groupShift[firstGroup + g], cost);
            }
        }
        while (point < market.grid.segments) {
            skip(point++);
        }
        end = end();
        return end < 0 ? NEVER : valueAt(end);
    }

    private int cheapest(int group) {
        var from = market.groupFirst[firstGroup + group] - firstOption;
        var to = market.groupFirst[firstGroup + group + 1] - firstOption;
        var cost = optionCost[from];
        for (var k = from + 1; k < to; k++) {
            cost = Math.min(cost, optionCost[k]);
        }
        return cost;
    }

    private void skip(int point) {
        for (var node = graph.nodeStart[point]; node < graph.nodeStart[point + 1]; node++) {
            if (graph.skip[node] >= 0) {
                push(node, graph.skip[node], 0, 0);
            }
        }
    }

    private void push(int from, int to, int shift, int cost) {
        var length = Math.min(high[from], width - 1 - shift) + 1;
        var into = to * width + shift;
        // States above the highest so far hold leftovers of other students: they are written, not compared.
        var known = Math.max(0, Math.min(length, high[to] + 1 - shift));
        improve(best, from * width, into, known, cost);
        if (known < length) {
            Arrays.fill(best, to * width + high[to] + 1, Math.max(to * width + high[to] + 1, into), NEVER);
            copy(best, from * width, into, known, length, cost);
            high[to] = shift + length - 1;
        }
    }

    /** The innermost loop, apart so that the compiler treats it well. */
    private static void improve(int[] best, int from, int into, int length, int cost) {
        for (var k = 0; k < length; k++) {
            best[into + k] = Math.max(best[into + k], best[from + k] - cost);
        }
    }

    private static void copy(int[] best, int from, int into, int start, int length, int cost) {
        for (var k = start; k < length; k++) {
            best[into + k] = best[from + k] - cost;
        }
    }

    private int end() {
        var states = market.states[student];
        var end = -1;
        var most = NEVER;
        for (var state = 0; state <= high[graph.last()]; state++) {
            var value = valueAt(state);
            if (value > most && states.allowed(state) && best[graph.last() * width + state] > REACHABLE) {
                end = state;
                most = value;
            }
        }
        return end;
    }

    private int valueAt(int state) {
        // Without limits, states are levels.
        var level = width == values.length ? state : state % values.length;
        return best[graph.last() * width + state] + values[level] - (level > 0 ? entryPrice : 0);
    }

    /** Goes back from the end of time to list the sections on the way there. */
    void trace() {
        pathSize = 0;
        var node = graph.last();
        var state = end;
        while (node > 0) {
            var before = skippedTo(node, state);
            if (before >= 0) {
                node = before;
                continue;
            }
            var group = groups;
            var arc = -1;
            while (arc < 0) {
                arc = arcInto(node, state, --group);
            }
            addToPath(group);
            state -= market.groupShift[firstGroup + group];
            node = graph.arcFrom[arc];
        }
        reversePath();
    }

    private int skippedTo(int node, int state) {
        var point = graph.pointOf[node] - 1;
        for (var before = graph.nodeStart[point]; before < graph.nodeStart[point + 1]; before++) {
            if (graph.skip[before] == node && state <= high[before] && best[before * width + state] == best[node * width + state]) {
                return before;
            }
        }
        return -1;
    }

    /** The arc by which an option of the group leads to this node and state; -1 if none does. */
    private int arcInto(int node, int state, int group) {
        var run = market.groupRun[firstGroup + group];
        var before = state - market.groupShift[firstGroup + group];
        if (graph.runTo[run] != graph.pointOf[node] || before < 0 || groupCost[group] >= Scheduler.FORBIDDEN) {
            return -1;
        }
        for (var arc = graph.arcStart[run]; arc < graph.arcStart[run + 1]; arc++) {
            var from = graph.arcFrom[arc];
            if (graph.arcTo[arc] == node && before <= high[from]
                    && best[from * width + before] - groupCost[group] == best[node * width + state]) {
                return arc;
            }
        }
        return -1;
    }

    private void addToPath(int group) {
        if (pathSize == path.length) {
            path = Arrays.copyOf(path, 2 * pathSize);
        }
        var option = market.groupFirst[firstGroup + group];
        while (optionCost[option - firstOption] != groupCost[group]) {
            option++;
        }
        path[pathSize++] = option;
    }

    private void reversePath() {
        for (var k = 0; k < pathSize / 2; k++) {
            var option = path[k];
            path[k] = path[pathSize - 1 - k];
            path[pathSize - 1 - k] = option;
        }
    }
}
