package org.classreg.lists;

import java.util.List;

/**
 * A part of a list.
 *
 * @param order by which fields, the first first; empty for the order that the list has by itself
 * @param from the values of the entry next to the first, as {@link Listing#values} gave them; empty for the beginning of the list
 * @param backwards whether the part leads from there to the beginning, so that its first entry is the nearest to that one
 * @param limit how many entries at most, from 1
 */
public record Slice(List<Sort> order, List<String> from, boolean backwards, int limit) {

    /** @param descending whether the largest comes first */
    public record Sort(String field, boolean descending) {
    }

    /** The beginning of a list in its own order. */
    public static Slice first(int limit) {
        return new Slice(List.of(), List.of(), false, limit);
    }

    /** What comes after the entry with these values. */
    public static Slice after(List<Sort> order, List<String> from, int limit) {
        return new Slice(order, from, false, limit);
    }

    /** All of a list in its own order. */
    public static Slice all() {
        return first(Integer.MAX_VALUE);
    }
}
