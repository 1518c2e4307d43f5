package org.classreg.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Buckets of tokens that fill again. */
class BucketsTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @Test
    void aBucketGivesWhatItHoldsAndThenWhatHasComeSince() {
        var buckets = new Buckets(6, 10);
        assertThat(buckets.take("a", 0)).isEqualTo(new Buckets.Taken(true, 5, 10));
        IntStream.range(0, 4).forEach(i -> assertThat(buckets.take("a", 0).granted()).isTrue());
        assertThat(buckets.take("a", 0)).isEqualTo(new Buckets.Taken(true, 0, 10));
        assertThat(buckets.take("a", 0)).isEqualTo(new Buckets.Taken(false, 0, 10));
        assertThat(buckets.take("a", 9 * SECOND)).isEqualTo(new Buckets.Taken(false, 0, 1));
        assertThat(buckets.take("b", 9 * SECOND)).isEqualTo(new Buckets.Taken(true, 5, 10));

        assertThat(buckets.take("a", 10 * SECOND).granted()).isTrue();
        assertThat(buckets.take("a", 10 * SECOND).granted()).isFalse();
        assertThat(buckets.take("a", 1_000 * SECOND)).isEqualTo(new Buckets.Taken(true, 5, 10));
    }

    @Test
    void neverMoreThanTheBucketHoldsAndAMinutesTokensInAMinute() {
        for (var perMinute : new int[] {1, 7, 6_000, 1_000_007, Integer.MAX_VALUE}) {
            assertThat(new Buckets(perMinute, 10).take("a", 5).remaining()).isEqualTo(perMinute - 1L);
        }
        var buckets = new Buckets(7, 10);
        var granted = IntStream.range(0, 120).filter(second -> buckets.take("a", second * SECOND).granted()).count();
        assertThat(granted).isBetween(7 + 13L, 7 + 14L);
    }

    @Test
    void ofAMillionCallersOnlySoManyAreRememberedThoseWhoAskedLast() {
        var buckets = new Buckets(2, 1_000);
        buckets.take("often", 0);
        for (int i = 0; i < 1_000_000; i++) {
            buckets.take("10.0." + i, 0);
            if (i % 500 == 0) {
                buckets.take("often", 0);
            }
        }
        assertThat(buckets.size()).isEqualTo(1_000);
        assertThat(buckets.take("often", 0).granted()).isFalse();
        assertThat(buckets.take("10.0.0", 0).granted()).isTrue();
    }
}
