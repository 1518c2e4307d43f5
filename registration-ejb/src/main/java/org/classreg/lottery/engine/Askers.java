package org.classreg.lottery.engine;

/** The options of a market by rank and section: who asks for what. */
final class Askers {

    private final Market market;
    /** By rank times sections plus section. */
    private final int[] start;
    private final int[] students;
    private final int[] options;

    Askers(Market market) {
        this.market = market;
        start = new int[(market.maxRank + 1) * market.sections() + 1];
        for (var option = 0; option < market.optionSection.length; option++) {
            start[bucket(option) + 1]++;
        }
        for (var bucket = 1; bucket < start.length; bucket++) {
            start[bucket] += start[bucket - 1];
        }
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
