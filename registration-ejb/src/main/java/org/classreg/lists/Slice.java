package org.classreg.lists;

import java.util.List;

/**
 * A part of a list.
 *
 * @param order by which fields, the first first; empty for the order that the list has by itself
 * @param after the values of the entry before the first, as {@link Listing#values} gave them; empty for the beginning
 * @param limit how many entries at most, from 1
 */
public record Slice(List<Sort> order, List<String> after, int limit) {

    /** @param descending whether the largest comes first */
    public record Sort(String field, boolean descending) {
    }

    /** The beginning of a list in its own order. */
    public static Slice first(int limit) {
        return new Slice(List.of(), List.of(), limit);
    }

    /** All of a list in its own order. */
    public static Slice all() {
        return first(Integer.MAX_VALUE);
    }
}
