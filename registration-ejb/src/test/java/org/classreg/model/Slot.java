package org.classreg.model;

import java.time.Instant;

/** A time of the program's day, in minutes from midnight, the end excluded. */
record Slot(int from, int to) {

    private static final Instant MIDNIGHT = Instant.parse("2026-03-07T00:00:00Z");

    boolean overlaps(Slot other) {
        return from < other.to && other.from < to;
    }

    Instant starts() {
        return MIDNIGHT.plusSeconds(from * 60L);
    }

    Instant ends() {
        return MIDNIGHT.plusSeconds(to * 60L);
    }

    /** For {@code SmallProgram}: 09:30-10:30. */
    @Override
    public String toString() {
        return "%02d:%02d-%02d:%02d".formatted(from / 60, from % 60, to / 60, to % 60);
    }
}
