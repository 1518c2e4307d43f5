package org.classreg.lottery.engine;

import java.util.Arrays;

/**
 * Finds a student's best schedule at given prices: the one with the most value of its utility, less the prices of its sections,
 * plus bonuses for ranks. Exact, by dynamic programming over time and utility; what the {@link TimeGraph} does not know (two
 * sections of one class, meetings that are apart) is mended by branching. Where meetings are apart, {@link BranchAndBound} is tried
 * first. Not for use by two threads at once.
 */
final class Scheduler {

    /** A price at which nobody buys. */
    static final int FORBIDDEN = 1 << 30;

    /** Branching is left at so many schedules; the bound stays one. */
    private static final int MAX_BRANCHES = 500;
    /** The same after a branch and bound that was left. */
    private static final int MAX_MORE_BRANCHES = 50;

    /** The sections of the best schedule, as options of the market, in order of time. */
    int[] chosen = new int[8];
    int size;
    /** No schedule is worth more; equal to the value of the chosen one unless branching was left. */
    int bound;

    private final Market market;
    private final Relaxation relaxation;
    private final Conflict conflict;
    private final BranchAndBound branchAndBound;
    private int[] banned = new int[64];
    private int[] bannedCost = new int[64];
    private int bannedSize;
    private int branches;
    private int mostBranches;
    private int bestValue;
    private int student;

    Scheduler(Market market) {
        this.market = market;
        relaxation = new Relaxation(market);
        conflict = new Conflict(market);
        branchAndBound = new BranchAndBound(market);
    }

    /** Sets the student and the prices of all places. */
    void load(int student, Objective objective, int[] price) {
        this.student = student;
        relaxation.load(student, objective, price);
    }

    /** Overrides the price of one option of the loaded student, the bonus for its rank already taken off. */
    void setCost(int option, int cost) {
        relaxation.setCost(option, cost);
    }

    /** Overrides the price of the entry to the program. */
    void setEntryPrice(int price) {
        relaxation.setEntryPrice(price);
    }

    int cost(int option) {
        return relaxation.cost(option);
    }

    int[] schedule() {
        return Arrays.copyOf(chosen, size);
    }

    /** @return the value of the best schedule, at least 0; {@link #chosen} is that schedule */
    int solve() {
        return Math.max(0, solve(-1));
    }

    /** @return the value of the best schedule if it is above a value; else at most that value, and nothing is chosen */
    int solve(int above) {
        size = 0;
        bestValue = above;
        bound = above;
        branches = 0;
        mostBranches = MAX_BRANCHES;
        var most = market.apart[student] ? solveApart() : Integer.MAX_VALUE;
        if (most > bestValue) {
            branch();
        }
        bound = Math.max(Math.min(bound, most), bestValue);
        return bestValue;
    }

    /** Tries a branch and bound; returns what it knows no schedule to exceed. */
    private int solveApart() {
        if (!branchAndBound.solve(student, relaxation, bestValue)) {
            return Integer.MAX_VALUE;
        }
        if (branchAndBound.value > bestValue) {
            accept(branchAndBound.value, branchAndBound.chosen, branchAndBound.chosen.length);
        }
        mostBranches = MAX_MORE_BRANCHES;
        return branchAndBound.bound;
    }

    /** @return at least what {@link #solve()} returns, and often the same, for less work */
    int estimate() {
        if (market.apart[student]) {
            solve();
            return bound;
        }
        return Math.max(0, relaxation.run());
    }

    private void branch() {
        var value = relaxation.run();
        if (value <= bestValue) {
            return;
        }
        if (++branches > mostBranches) {
            bound = Math.max(bound, value);
            return;
        }
        relaxation.trace();
        var pivot = secondOfClass();
        if (pivot >= 0) {
            branchOnClass(pivot);
            return;
        }
        var culprits = market.irregular[student] ? conflict.find(student, relaxation.path, relaxation.pathSize) : null;
        if (culprits == null) {
            accept(value, relaxation.path, relaxation.pathSize);
        } else {
            for (var culprit : culprits) {
                ban(culprit);
                branch();
                unban(bannedSize - 1);
            }
        }
    }

    /** A student has one section of a class at most: it comes before the pivot, or not. */
    private void branchOnClass(int pivot) {
        var subject = subject(pivot);
        var mark = bannedSize;
        for (var option = pivot; option < market.optionStart[student + 1]; option++) {
            banIfOf(subject, option);
        }
        branch();
        unban(mark);
        for (var option = market.optionStart[student]; option < pivot; option++) {
            banIfOf(subject, option);
        }
        branch();
        unban(mark);
    }

    private void banIfOf(int subject, int option) {
        if (subject(option) == subject && cost(option) < FORBIDDEN) {
            ban(option);
        }
    }

    private void ban(int option) {
        if (bannedSize == banned.length) {
            banned = Arrays.copyOf(banned, 2 * bannedSize);
            bannedCost = Arrays.copyOf(bannedCost, 2 * bannedSize);
        }
        banned[bannedSize] = option;
        bannedCost[bannedSize++] = cost(option);
        setCost(option, FORBIDDEN);
    }

    private void unban(int mark) {
        while (bannedSize > mark) {
            bannedSize--;
            setCost(banned[bannedSize], bannedCost[bannedSize]);
        }
    }

    private void accept(int value, int[] options, int count) {
        bestValue = value;
        size = count;
        if (chosen.length < size) {
            chosen = new int[2 * size];
        }
        System.arraycopy(options, 0, chosen, 0, size);
    }

    private int subject(int option) {
        return market.instance.subject[market.optionSection[option]];
    }

    /** The option on the path whose class stands on it before; -1 if none. */
    private int secondOfClass() {
        var path = relaxation.path;
        for (var k = 1; k < relaxation.pathSize; k++) {
            for (var m = 0; m < k; m++) {
                if (subject(path[k]) == subject(path[m])) {
                    return path[k];
                }
            }
        }
        return -1;
    }
}
