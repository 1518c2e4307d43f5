package org.classreg.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CapacityTest {

    private final Program program = new Program("spring", "Spring", ZoneId.of("UTC"));
    private final ClassSubject subject = new ClassSubject(new ClassCategory(program, "E", "Everything"), program, "E1", "Class");
    private final ClassSection section = new ClassSection(subject, "E1s1");

    @Test
    void theSectionsOwnMaximumWins() {
        subject.limitStudents(20);
        section.limitStudents(30);

        assertThat(section.getCapacity()).isEqualTo(30);
    }

    @Test
    void elseTheSmallerOfTheClassAndTheSmallestTimeslotsRooms() {
        subject.limitStudents(50);
        section.meet(Map.of(slot(9), Set.of(room(30), room(15)), slot(10), Set.of(room(40))));
        assertThat(section.getCapacity()).isEqualTo(40);

        subject.limitStudents(35);
        section.resize();
        assertThat(section.getCapacity()).isEqualTo(35);
    }

    @Test
    void aRoomOfUnknownSizeSetsNoLimit() {
        subject.limitStudents(12);
        section.meet(Map.of(slot(9), Set.of(room(null), room(5))));

        assertThat(section.getCapacity()).isEqualTo(12);
    }

    @Test
    void withoutAnythingKnownThereIsNoSeat() {
        section.resize();

        assertThat(section.getCapacity()).isZero();
    }

    @Test
    void theProgramScalesAndShiftsAndNeverGoesBelowZero() {
        program.scaleCapacity(new BigDecimal("0.25"), 0);
        section.limitStudents(90);
        assertThat(section.getCapacity()).isEqualTo(22);

        program.scaleCapacity(BigDecimal.ONE, -100);
        section.resize();
        assertThat(section.getCapacity()).isZero();
    }

    private Timeslot slot(int hour) {
        return new Timeslot(program, Instant.parse("2026-03-07T%02d:00:00Z".formatted(hour)),
                Instant.parse("2026-03-07T%02d:50:00Z".formatted(hour)), false);
    }

    private Room room(Integer seats) {
        return new Room(program, "Room for " + seats, seats);
    }
}
