package org.classreg.transactions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Tens of thousands of values in parts: databases limit how many a statement may list. */
public final class Chunks {

    private static final int SIZE = 1_000;

    private Chunks() {
    }

    /** The values in their order, a thousand at a time; none for none. */
    public static <T> List<List<T>> of(Collection<T> values) {
        var all = List.copyOf(values);
        var chunks = new ArrayList<List<T>>();
        for (var from = 0; from < all.size(); from += SIZE) {
            chunks.add(all.subList(from, Math.min(all.size(), from + SIZE)));
        }
        return chunks;
    }
}
