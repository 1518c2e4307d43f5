package org.classreg.lottery.engine;

import java.util.SplittableRandom;

/** Fair orders by chance. */
final class Shuffle {

    private Shuffle() {
    }

    /** @return the numbers from 0 to below the size, each order as likely as any other */
    static int[] of(int size, SplittableRandom random) {
        var order = new int[size];
        for (var k = 0; k < size; k++) {
            order[k] = k;
        }
        for (var k = size - 1; k > 0; k--) {
            var other = random.nextInt(k + 1);
            var moved = order[k];
            order[k] = order[other];
            order[other] = moved;
        }
        return order;
    }
}
