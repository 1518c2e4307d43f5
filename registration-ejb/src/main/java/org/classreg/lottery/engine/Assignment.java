package org.classreg.lottery.engine;

import java.util.Arrays;

/** Who is given which sections, standing enrollments left aside. */
public final class Assignment {

    private final int[][] sections;
    private final int[] place;

    Assignment(Allocation allocation) {
        var market = allocation.market;
        sections = new int[market.students()][];
        place = new int[market.students()];
        for (var at = 0; at < sections.length; at++) {
            place[market.order[at]] = at;
            sections[market.order[at]] = Arrays.stream(allocation.schedule[at])
                    .map(option -> market.optionSection[option]).sorted().toArray();
        }
    }

    public int students() {
        return sections.length;
    }

    /** @return the student's place in the draw, from 0: who comes first where all else is equal */
    public int place(int student) {
        return place[student];
    }

    /** @return ascending */
    public int[] sections(int student) {
        return sections[student].clone();
    }
}
