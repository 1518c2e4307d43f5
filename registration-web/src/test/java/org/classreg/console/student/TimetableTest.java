package org.classreg.console.student;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import org.classreg.console.SomeProgram;
import org.classreg.console.student.Timetable.Block;
import org.classreg.console.student.Timetable.Day;
import org.junit.jupiter.api.Test;

class TimetableTest {

    private final SomeProgram weekend = new SomeProgram("2026-03-07", "2026-03-08");
    private final SomeProgram term = new SomeProgram("2024-09-03", "2024-12-11");

    @Test
    void aMeetingStandsAtItsTimeOnItsDay() {
        var timetable = Timetable.of(weekend.get(), List.of(
                weekend.section("E1s1", "2026-03-07T09:00/2026-03-07T10:30"),
                weekend.section("E2s1", "2026-03-08T11:05/2026-03-08T11:55")));

        assertThat(timetable.hours()).containsExactly(LocalTime.of(9, 0), LocalTime.of(10, 0), LocalTime.of(11, 0));
        assertThat(timetable.days()).containsExactly(
                new Day("Sat 7 Mar", List.of(new Block("E1s1", "Class E1s1", "09:00–10:30", "Oak", 1, 18))),
                new Day("Sun 8 Mar", List.of(new Block("E2s1", "Class E2s1", "11:05–11:55", "Oak", 26, 10))));
    }

    @Test
    void aTermHasTheWorkingWeekAndEachMeetingOnce() {
        var timetable = Timetable.of(term.get(), List.of(
                term.section("E1s1", "2024-09-09T16:00/2024-09-09T17:15", "2024-09-16T16:00/2024-09-16T17:15")));

        assertThat(timetable.days()).extracting(Day::name).containsExactly("Mon", "Tue", "Wed", "Thu", "Fri");
        assertThat(timetable.days().get(0).blocks()).hasSize(1);
    }

    @Test
    void aMeetingPastMidnightEndsWithItsDay() {
        var timetable = Timetable.of(weekend.get(), List.of(weekend.section("E1s1", "2026-03-07T23:00/2026-03-08T00:30")));

        assertThat(timetable.hours()).containsExactly(LocalTime.of(23, 0));
        assertThat(timetable.days().get(0).blocks().get(0).rows()).isEqualTo(12);
    }

    @Test
    void withoutMeetingsThereIsNothingToLayOut() {
        assertThat(Timetable.of(weekend.get(), List.of(weekend.section("E1s1"))).days()).isEmpty();
    }
}
