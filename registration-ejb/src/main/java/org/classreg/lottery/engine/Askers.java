package org.classreg.lottery.engine;

import java.util.Arrays;

/** The options of a market by rank and section: who asks for what. */
final class Askers {

    private final Market market;
    /** By rank times sections plus section. */
    private final int[] start;
    private final int[] students;
    private final int[] options;

    Askers(Market market) {
        this.market = market;
        start = new int[(maxRank(market) + 1) * market.sections() + 1];
        for (var option = 0; option < market.optionSection.length; option++) {
            start[bucket(option) + 1]++;
        }
        Arrays.parallelPrefix(start, Integer::sum);
        students = new int[market.optionSection.length];
        options = new int[market.optionSection.length];
        var next = start.clone();
        for (var student = 0; student < market.students(); student++) {
            for (var option = market.optionStart[student]; option < market.optionStart[student + 1]; option++) {
                var at = next[bucket(option)]++;
                students[at] = student;
                options[at] = option;
            }
        }
    }

    static int maxRank(Market market) {
        var max = 0;
        for (var rank : market.optionRank) {
            max = Math.max(max, rank);
        }
        return max;
    }

    int from(int rank, int section) {
        return start[rank * market.sections() + section];
    }

    int to(int rank, int section) {
        return start[rank * market.sections() + section + 1];
    }

    int student(int asker) {
        return students[asker];
    }

    int option(int asker) {
        return options[asker];
    }

    private int bucket(int option) {
        return market.optionRank[option] * market.sections() + market.optionSection[option];
    }
}
