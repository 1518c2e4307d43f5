package org.classreg.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.classreg.errors.InvalidInput;
import org.junit.jupiter.api.Test;

class LocalTimesTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Instant MARCH = Instant.parse("2026-03-07T15:00:00Z");

    @Test
    void anInstantIsShownInTheZoneOfTheProgram() {
        assertThat(LocalTimes.moment(MARCH, NEW_YORK)).isEqualTo("Sat 7 Mar 2026 10:00");
        assertThat(LocalTimes.moment(null, NEW_YORK)).isEmpty();
    }

    @Test
    void anInstantAndALocalTimeAreBothRead() {
        assertThat(LocalTimes.parse("2026-03-07T15:00:00Z", NEW_YORK)).isEqualTo(MARCH);
        assertThat(LocalTimes.parse("2026-03-07T16:00+01:00", NEW_YORK)).isEqualTo(MARCH);
        assertThat(LocalTimes.parse(" 2026-03-07T10:00 ", NEW_YORK)).isEqualTo(MARCH);
        assertThat(LocalTimes.parse(" ", NEW_YORK)).isNull();
    }

    @Test
    void whatTheFieldShowsIsReadAsTheSameInstant() {
        assertThat(LocalTimes.field(MARCH, NEW_YORK)).isEqualTo("2026-03-07T10:00");
        assertThat(LocalTimes.parse(LocalTimes.field(MARCH, NEW_YORK), NEW_YORK)).isEqualTo(MARCH);
    }

    @Test
    void whatIsNoTimeIsRefusedByName() {
        assertThatThrownBy(() -> LocalTimes.parse("tomorrow", NEW_YORK)).isInstanceOf(InvalidInput.class).hasMessageContaining("tomorrow");
        assertThatThrownBy(() -> LocalTimes.parse("2026-02-30T10:00", NEW_YORK)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void daysSayNothingTwice() {
        var day = LocalDate.of(2026, 3, 7);

        assertThat(LocalTimes.days(null, null)).isEmpty();
        assertThat(LocalTimes.days(day, day)).isEqualTo("7 Mar 2026");
        assertThat(LocalTimes.days(day, day.plusDays(1))).isEqualTo("7–8 Mar 2026");
        assertThat(LocalTimes.days(day, day.plusMonths(1))).isEqualTo("7 Mar – 7 Apr 2026");
        assertThat(LocalTimes.days(day, day.plusYears(1))).isEqualTo("7 Mar 2026 – 7 Mar 2027");
    }
}
