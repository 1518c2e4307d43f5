package org.classreg.lottery.engine;

import java.util.Arrays;

/** Sorts indices without making an object of each. */
final class Order {

    private static final int INDEX_BITS = 21;
    private static final long INDEX = (1L << INDEX_BITS) - 1;

    private Order() {
    }

    /**
     * @param keys not negative, at most two million; told apart by their first 31 binary digits
     * @return the indices of the keys from the least to the greatest, equal ones in their order
     */
    static int[] ascending(double[] keys) {
        return ascending(keys, keys.length);
    }

    /** The same for the first keys of an array. */
    static int[] ascending(double[] keys, int size) {
        var packed = new long[size];
        for (var k = 0; k < size; k++) {
            packed[k] = Double.doubleToRawLongBits(keys[k]) & ~INDEX | k;
        }
        Arrays.sort(packed);
        var indices = new int[size];
        for (var k = 0; k < size; k++) {
            indices[k] = (int) (packed[k] & INDEX);
        }
        return indices;
    }
}
