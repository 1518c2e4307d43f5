package org.classreg.lottery.engine;

import java.util.Arrays;

/** Who is given which sections, standing enrollments left aside. */
public final class Assignment {

    private final int[][] sections;
    private final int[] place;
    private final double[] share;

    /** @param shareByPlace of the most that each student could have, by place in the draw */
    Assignment(Allocation allocation, double[] shareByPlace) {
        var market = allocation.market;
        sections = new int[market.students()][];
        place = new int[market.students()];
        share = new double[market.students()];
        for (var at = 0; at < sections.length; at++) {
            place[market.order[at]] = at;
            share[market.order[at]] = shareByPlace[at];
            sections[market.order[at]] = sections(market, allocation.schedule[at]);
        }
    }

    private static int[] sections(Market market, int[] options) {
        var sections = options.clone();
        for (var k = 0; k < sections.length; k++) {
            sections[k] = market.optionSection[options[k]];
        }
        Arrays.sort(sections);
        return sections;
    }

    public int students() {
        return sections.length;
    }

    /** @return the student's place in the draw, from 0: who comes first where all else is equal */
    public int place(int student) {
        return place[student];
    }

    /** @return the utility given over the most that the student could have on empty sections, 0 to 1; NaN if nothing was possible */
    public double share(int student) {
        return share[student];
    }

    /** @return ascending */
    public int[] sections(int student) {
        return sections[student].clone();
    }
}
