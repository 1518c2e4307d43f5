package org.classreg.lottery.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/** Tries all assignments of a tiny instance. */
final class ExactSolver {

    private final Instance instance;
    private final Rules rules;
    private final ToDoubleBiFunction<Integer, int[]> worth;
    private final int[] taken;
    private final int[][] given;
    private final List<List<int[]>> schedules;

    /** @param worth of a student's sections */
    ExactSolver(Instance instance, ToDoubleBiFunction<Integer, int[]> worth) {
        this.instance = instance;
        this.worth = worth;
        rules = new Rules(instance);
        taken = new int[instance.sections()];
        given = new int[instance.students()][];
        schedules = IntStream.range(0, instance.students()).mapToObj(this::schedulesOf).toList();
    }

    /** The greatest sum over all students. */
    double best() {
        return best(0);
    }

    /** The best sections of one student who is alone. */
    double best(int student, ToDoubleBiFunction<Integer, int[]> net) {
        return schedules.get(student).stream().mapToDouble(sections -> net.applyAsDouble(student, sections)).max().orElse(0);
    }

    private List<int[]> schedulesOf(int student) {
        var all = new ArrayList<int[]>();
        for (var mask = 0; mask < 1 << instance.sections(); mask++) {
            var bits = mask;
            var sections = IntStream.range(0, instance.sections()).filter(section -> (bits >> section & 1) == 1).toArray();
            if (rules.allowed(student, sections)) {
                all.add(sections);
            }
        }
        return all;
    }

    private double best(int student) {
        if (student == instance.students()) {
            return withinCaps() ? 0 : Double.NEGATIVE_INFINITY;
        }
        var best = Double.NEGATIVE_INFINITY;
        for (var sections : schedules.get(student)) {
            given[student] = sections;
            Arrays.stream(sections).forEach(section -> taken[section]++);
            if (rules.withinCapacity(taken)) {
                best = Math.max(best, worth.applyAsDouble(student, sections) + best(student + 1));
            }
            Arrays.stream(sections).forEach(section -> taken[section]--);
        }
        return best;
    }

    private boolean withinCaps() {
        return Arrays.stream(instance.caps).allMatch(cap -> rules.withinCap(cap, IntStream.range(0, given.length)
                .filter(student -> cap.covers(instance.grade[student]) && given[student].length > 0).toArray()));
    }
}
