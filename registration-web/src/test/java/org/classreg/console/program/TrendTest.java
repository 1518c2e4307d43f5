package org.classreg.console.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.classreg.console.program.Trend.Point;
import org.junit.jupiter.api.Test;

class TrendTest {

    private static final Instant FROM = Instant.parse("2026-03-07T10:00:00Z");
    private static final Instant TO = Instant.parse("2026-03-07T12:00:00Z");

    @Test
    void countsBothEndsAndEvenStepsBetween() {
        var instants = Trend.instants(FROM, TO);

        assertThat(instants).hasSize(49).startsWith(FROM, Instant.parse("2026-03-07T10:02:30Z")).endsWith(TO);
    }

    @Test
    void theHighestNumberIsNearTheUpperEdgeAndNoneIsAtTheBottom() {
        var trend = Trend.of(List.of(FROM, FROM.plusSeconds(60), TO), List.of(0L, 503L, 100L), ZoneOffset.UTC);

        assertThat(trend.top()).isEqualTo(510);
        assertThat(trend.points()).extracting(Point::x).containsExactly(0.0, 300.0, 600.0);
        assertThat(trend.line()).isEqualTo("0.0,120.0 300.0,1.6 600.0,96.5");
        assertThat(trend.area()).startsWith("0,120 ").endsWith(" 600,120");
        assertThat(trend.last().label()).isEqualTo("Sat 7 Mar 2026 12:00: 100");
    }

    @Test
    void withoutAnybodyTheLineLiesAtTheBottom() {
        var trend = Trend.of(List.of(FROM, TO), List.of(0L, 0L), ZoneOffset.UTC);

        assertThat(trend.line()).isEqualTo("0.0,120.0 600.0,120.0");
        assertThat(trend.top()).isEqualTo(1);
    }
}
