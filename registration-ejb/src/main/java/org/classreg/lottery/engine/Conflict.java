package org.classreg.lottery.engine;

import java.util.Arrays;
import java.util.stream.IntStream;

/** What breaks a rule in a schedule although the {@link TimeGraph} lets it through: meetings that are apart, and lunch with those. */
final class Conflict {

    private final Market market;
    private final Eligibility eligibility;

    Conflict(Market market) {
        this.market = market;
        eligibility = market.eligibility;
    }

    /** @return options of which one at least must go; null if the schedule keeps all rules */
    int[] find(int student, int[] options, int size) {
        for (var k = 1; k < size; k++) {
            for (var m = 0; m < k; m++) {
                if (market.grid.overlap(market.optionSection[options[k]], market.optionSection[options[m]])) {
                    return new int[] {options[m], options[k]};
                }
            }
        }
        return lunchEaters(student, Arrays.copyOf(options, size));
    }

    private int[] lunchEaters(int student, int[] options) {
        var standing = Arrays.stream(eligibility.standing(market.order[student]));
        var sections = IntStream.concat(standing, Arrays.stream(options).map(option -> market.optionSection[option])).toArray();
        for (var day = 0; day < market.grid.lunch.length; day++) {
            if (market.grid.eatLunch(day, sections, sections.length)) {
                var slots = market.grid.lunch[day];
                return Arrays.stream(options).filter(option -> touches(market.optionSection[option], slots)).toArray();
            }
        }
        return null;
    }

    private boolean touches(int section, int[][] slots) {
        return Arrays.stream(slots).anyMatch(slot -> TimeGrid.overlap(slot, market.grid.runs[section]));
    }
}
