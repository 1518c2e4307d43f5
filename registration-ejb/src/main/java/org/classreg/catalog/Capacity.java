package org.classreg.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * How many students a section takes: its own maximum if set, else the smaller of the class maximum and of the smallest sum of
 * room seats over its timeslots; then times the program's multiplier plus its offset.
 * Source: ESP-Website, {@code ClassSection.capacity}.
 */
final class Capacity {

    private Capacity() {
    }

    /** @return seats, from 0; 0 when neither the section, its class nor its rooms say anything */
    static int of(ClassSection section) {
        var program = section.getProgram();
        var seats = section.maxStudents().orElseGet(() -> leastOfClassAndRooms(section));
        var scaled = BigDecimal.valueOf(seats).multiply(program.getCapacityMultiplier())
                .add(BigDecimal.valueOf(program.getCapacityOffset()))
                .setScale(0, RoundingMode.FLOOR);
        return Math.max(0, scaled.intValueExact());
    }

    private static int leastOfClassAndRooms(ClassSection section) {
        var limits = Stream.concat(
                Stream.of(section.getSubject().maxStudents()),
                section.meetings().stream().map(Meeting::roomSeats));
        return limits.flatMapToInt(OptionalInt::stream).min().orElse(0);
    }
}
