package org.classreg.lottery.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ways through the time of a program: a node is a point between two segments together with the lunch slots already taken
 * on a day whose lunch is still open; skipping a segment or sitting through a section leads on to a later node. A way from the
 * first node to the last leaves a lunch slot free on each day, whatever sections (of one run) it uses.
 */
final class TimeGraph {

    private static final int DEAD = -1;

    /** Nodes in order of time: those at point {@code p} are from {@code nodeStart[p]} to before {@code nodeStart[p + 1]}. */
    final int[] nodeStart;
    /** Where skipping the next segment leads; -1 = nowhere. */
    final int[] skip;
    /** Each distinct first run of a section: its segments. */
    final int[] runFrom;
    final int[] runTo;
    /** The arcs of each run. */
    final int[] arcStart;
    final int[] arcFrom;
    final int[] arcTo;
    /** The point in time of each node. */
    final int[] pointOf;
    /** Per section: its first run. */
    final int[] runOf;

    private final TimeGrid grid;
    private final List<int[]> lunchSlots = new ArrayList<>();
    private final List<int[]> dayOfSlots = new ArrayList<>();
    private final List<Map<BitSet, Integer>> points = new ArrayList<>();

    TimeGraph(TimeGrid grid) {
        this.grid = grid;
        listLunchSlots();
        runOf = new int[grid.runs.length];
        var pairs = new long[runOf.length];
        for (var section = 0; section < pairs.length; section++) {
            pairs[section] = Pairs.of(grid.runs[section][0], grid.runs[section][1]);
        }
        var runs = TimeGrid.distinct(pairs.clone(), pairs.length);
        for (var section = 0; section < pairs.length; section++) {
            runOf[section] = Arrays.binarySearch(runs, pairs[section]);
        }
        runFrom = new int[runs.length];
        runTo = new int[runs.length];
        for (var run = 0; run < runs.length; run++) {
            runFrom[run] = (int) (runs[run] >> 32);
            runTo[run] = (int) runs[run];
        }
        nodeStart = new int[grid.segments + 2];
        discoverNodes();
        skip = new int[nodeStart[grid.segments + 1]];
        pointOf = new int[skip.length];
        for (var point = 0; point <= grid.segments; point++) {
            Arrays.fill(pointOf, nodeStart[point], nodeStart[point + 1], point);
        }
        arcStart = new int[runFrom.length + 1];
        var arcs = connect();
        arcFrom = new int[arcs.size()];
        arcTo = new int[arcs.size()];
        for (var arc = 0; arc < arcFrom.length; arc++) {
            arcFrom[arc] = arcs.get(arc)[0];
            arcTo[arc] = arcs.get(arc)[1];
        }
    }

    int nodes() {
        return skip.length;
    }

    /** The node at the end of time. */
    int last() {
        return skip.length - 1;
    }

    private void listLunchSlots() {
        for (var day = 0; day < grid.lunch.length; day++) {
            var first = lunchSlots.size();
            lunchSlots.addAll(List.of(grid.lunch[day]));
            dayOfSlots.add(new int[] {first, lunchSlots.size()});
        }
    }

    private void discoverNodes() {
        for (var point = 0; point <= grid.segments; point++) {
            points.add(new LinkedHashMap<>());
        }
        points.get(0).put(new BitSet(), 0);
        for (var point = 0; point <= grid.segments; point++) {
            nodeStart[point + 1] = nodeStart[point];
            for (var entry : points.get(point).entrySet()) {
                entry.setValue(nodeStart[point + 1]++);
                discoverNext(entry.getKey(), point);
            }
        }
    }

    private void discoverNext(BitSet taken, int point) {
        if (point < grid.segments) {
            discover(after(taken, point, point, point + 1), point + 1);
        }
        for (var run = 0; run < runFrom.length; run++) {
            if (runFrom[run] == point) {
                discover(after(taken, point, runTo[run], runTo[run]), runTo[run]);
            }
        }
    }

    private void discover(BitSet taken, int point) {
        if (taken != null) {
            points.get(point).putIfAbsent(taken, 0);
        }
    }

    private List<int[]> connect() {
        for (var point = 0; point < grid.segments; point++) {
            for (var entry : points.get(point).entrySet()) {
                skip[entry.getValue()] = node(after(entry.getKey(), point, point, point + 1), point + 1);
            }
        }
        skip[last()] = DEAD;
        var arcs = new ArrayList<int[]>();
        for (var run = 0; run < runFrom.length; run++) {
            for (var entry : points.get(runFrom[run]).entrySet()) {
                var to = node(after(entry.getKey(), runFrom[run], runTo[run], runTo[run]), runTo[run]);
                if (to != DEAD) {
                    arcs.add(new int[] {entry.getValue(), to});
                }
            }
            arcStart[run + 1] = arcs.size();
        }
        return arcs;
    }

    private int node(BitSet taken, int point) {
        return taken == null ? DEAD : points.get(point).get(taken);
    }

    /**
     * The lunch slots that count as taken at a later point, when the segments between two points are taken: none of a day that has a
     * free slot behind it; null if a day has passed without one.
     */
    private BitSet after(BitSet taken, int from, int to, int point) {
        var next = (BitSet) taken.clone();
        for (var day : dayOfSlots) {
            var free = false;
            var open = false;
            for (var slot = day[0]; slot < day[1]; slot++) {
                var segments = lunchSlots.get(slot);
                if (from < to && segments[0] < to && from < segments[1]) {
                    next.set(slot);
                }
                free |= segments[1] <= point && !next.get(slot);
                open |= segments[1] > point;
            }
            if (free) {
                next.clear(day[0], day[1]);
            } else if (!open) {
                return null;
            }
        }
        return next;
    }
}
