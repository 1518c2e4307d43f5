package org.classreg.console.lottery;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A bar of a chart.
 *
 * @param most the value of the longest bar, from 1
 */
public record Bar(String label, int value, int most) implements Serializable {

    static List<Bar> chart(List<Integer> values, IntFunction<String> label) {
        var most = values.stream().mapToInt(Integer::intValue).max().orElse(0);
        var bars = new ArrayList<Bar>();
        for (var k = 0; k < values.size(); k++) {
            bars.add(new Bar(label.apply(k), values.get(k), Math.max(1, most)));
        }
        return bars;
    }
}
