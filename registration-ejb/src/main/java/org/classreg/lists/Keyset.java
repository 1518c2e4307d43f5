package org.classreg.lists;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What comes after the entry with some values in some order.
 *
 * @param after the values, one for each step; null where it has none
 */
record Keyset<T>(List<Step<T>> steps, List<Object> after) {

    /** The condition in JPQL: it is further in one column, and equal in all before that. */
    String jpql() {
        var alternatives = IntStream.range(0, steps.size()).mapToObj(this::alternative).collect(Collectors.joining(" or "));
        return bound() + "(" + alternatives + ")";
    }

    /** Follows from the rest, but is what an index can begin with. */
    private String bound() {
        var first = steps.get(0);
        return first.column().optional() ? "" : first.column().path() + (first.descending() ? " <= :after0 and " : " >= :after0 and ");
    }

    private String alternative(int further) {
        return Stream.concat(IntStream.range(0, further).mapToObj(i -> steps.get(i).equal(after.get(i), parameter(i))),
                Stream.of(steps.get(further).after(after.get(further), parameter(further)))).collect(Collectors.joining(" and ", "(", ")"));
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        for (int i = 0; i < after.size(); i++) {
            if (after.get(i) != null) {
                parameters.put(parameter(i), after.get(i));
            }
        }
        return parameters;
    }

    private static String parameter(int step) {
        return "after" + step;
    }

    /** The same in memory. */
    boolean isBefore(T entry) {
        for (int i = 0; i < steps.size(); i++) {
            var compared = steps.get(i).compareToValue(entry, after.get(i));
            if (compared != 0) {
                return compared > 0;
            }
        }
        return false;
    }
}
