package org.classreg.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MeetingTimesTest {

    private final SomeProgram weekend = new SomeProgram("2026-03-07", "2026-03-08");
    private final SomeProgram term = new SomeProgram("2024-09-03", "2024-12-11");

    @Test
    void aWeekendHasDates() {
        assertThat(MeetingTimes.of(weekend.section("E1s1", "2026-03-07T10:00/2026-03-07T10:50"))).isEqualTo("Sat 7 Mar 10:00–10:50");
    }

    @Test
    void severalMeetingsOfADayShareItsName() {
        var section = weekend.section("E1s1", "2026-03-08T09:00/2026-03-08T09:50", "2026-03-07T11:00/2026-03-07T11:50",
                "2026-03-07T10:00/2026-03-07T10:50");

        assertThat(MeetingTimes.of(section)).isEqualTo("Sat 7 Mar 10:00–10:50, 11:00–11:50; Sun 8 Mar 09:00–09:50");
    }

    @Test
    void aTermHasWeekdays() {
        var section = term.section("E1s1", "2024-09-11T16:00/2024-09-11T17:15", "2024-09-09T16:00/2024-09-09T17:15");

        assertThat(MeetingTimes.of(section)).isEqualTo("Mon, Wed 16:00–17:15");
    }

    @Test
    void aTermThatListsEveryWeekSaysItOnce() {
        var section = term.section("E1s1", "2024-09-09T16:00/2024-09-09T17:15", "2024-09-16T16:00/2024-09-16T17:15",
                "2024-09-13T09:00/2024-09-13T09:50");

        assertThat(MeetingTimes.of(section)).isEqualTo("Mon 16:00–17:15; Fri 09:00–09:50");
    }

    @Test
    void aSectionWithoutMeetingsSaysNothing() {
        assertThat(MeetingTimes.of(weekend.section("E1s1"))).isEmpty();
    }
}
