package org.classreg.lottery.engine;

import java.util.Arrays;
import java.util.List;

/**
 * Pairs grouped by their first number: the second ones of {@code i} stand from {@code start[i]} to before {@code start[i + 1]},
 * ascending, each once.
 */
final class Pairs {

    final int[] start;
    final int[] second;

    /** @param pairs as made by {@link #of} */
    Pairs(List<Long> pairs, int firsts) {
        var distinct = pairs.stream().mapToLong(Long::longValue).sorted().distinct().toArray();
        start = new int[firsts + 1];
        second = new int[distinct.length];
        for (var k = 0; k < distinct.length; k++) {
            start[(int) (distinct[k] >> 32) + 1]++;
            second[k] = (int) distinct[k];
        }
        Arrays.parallelPrefix(start, Integer::sum);
    }

    static long of(int first, int second) {
        return (long) first << 32 | second;
    }
}
