package org.classreg.lottery.engine;

import java.util.Arrays;

/** Who has which places: the state of a search. Schedules are options of the market. */
final class Allocation {

    final Market market;
    /** Free seats and entries by place; below zero only within a move. */
    final int[] free;
    /** The schedule of each student; never changed in place. */
    final int[][] schedule;
    /** The students at each place, unordered. */
    final int[][] holders;
    final int[] held;

    Allocation(Market market) {
        this.market = market;
        free = market.open.clone();
        schedule = new int[market.students()][];
        Arrays.fill(schedule, new int[0]);
        holders = new int[market.places()][];
        for (var place = 0; place < holders.length; place++) {
            holders[place] = new int[Math.min(free[place], 8)];
        }
        held = new int[market.places()];
    }

    Allocation copy() {
        var copy = new Allocation(market);
        for (var student = 0; student < schedule.length; student++) {
            copy.give(student, schedule[student]);
        }
        return copy;
    }

    /** Gives everyone what they had before. */
    void restore(int[][] before) {
        for (var student = 0; student < schedule.length; student++) {
            if (schedule[student] != before[student]) {
                give(student, new int[0]);
            }
        }
        for (var student = 0; student < schedule.length; student++) {
            if (schedule[student] != before[student]) {
                give(student, before[student]);
            }
        }
    }

    /** Gives a student another schedule. */
    void give(int student, int[] next) {
        for (var option : schedule[student]) {
            remove(student, market.optionSection[option]);
        }
        for (var option : next) {
            add(student, market.optionSection[option]);
        }
        for (var entry : market.entries[student]) {
            enter(student, next, entry);
        }
        schedule[student] = next;
    }

    private void enter(int student, int[] next, int entry) {
        if (schedule[student].length == 0 && next.length > 0) {
            add(student, entry);
        } else if (schedule[student].length > 0 && next.length == 0) {
            remove(student, entry);
        }
    }

    /** Takes one place away from a student: a seat, or with an entry all seats. */
    void evict(int student, int place) {
        var before = schedule[student];
        var left = new int[place < market.sections() ? before.length - 1 : 0];
        for (int k = 0, size = 0; size < left.length; k++) {
            if (market.optionSection[before[k]] != place) {
                left[size++] = before[k];
            }
        }
        give(student, left);
    }

    /** Whether the student's schedule uses the place. */
    boolean holds(int student, int place) {
        for (var option : schedule[student]) {
            if (market.optionSection[option] == place) {
                return true;
            }
        }
        for (var entry : market.entries[student]) {
            if (entry == place) {
                return schedule[student].length > 0;
            }
        }
        return false;
    }

    /** The value of a student's schedule: that of its utility, and the bonuses of its ranks. */
    int worth(int student, Objective objective) {
        var level = 0;
        var bonus = 0;
        for (var option : schedule[student]) {
            level += market.gain(market.optionSection[option], market.optionRank[option]);
            bonus += objective.bonus[market.optionRank[option]];
        }
        return objective.values[student][level] + bonus;
    }

    /** What the places of a student's schedule cost. */
    int cost(int student, int[] price) {
        var cost = schedule[student].length > 0 ? market.entryPrice(student, price) : 0;
        for (var option : schedule[student]) {
            cost += price[market.optionSection[option]];
        }
        return cost;
    }

    long total(Objective objective) {
        var total = 0L;
        for (var student = 0; student < schedule.length; student++) {
            total += worth(student, objective);
        }
        return total;
    }

    /** Seats given by rank; 0 = by interest. */
    int[] seatsByRank() {
        var seats = market.byRank();
        for (var options : schedule) {
            for (var option : options) {
                seats[market.optionRank[option]]++;
            }
        }
        return seats;
    }

    private void add(int student, int place) {
        if (held[place] == holders[place].length) {
            holders[place] = Arrays.copyOf(holders[place], 2 * held[place] + 1);
        }
        holders[place][held[place]++] = student;
        free[place]--;
    }

    private void remove(int student, int place) {
        var all = holders[place];
        var k = 0;
        while (all[k] != student) {
            k++;
        }
        all[k] = all[--held[place]];
        free[place]++;
    }
}
