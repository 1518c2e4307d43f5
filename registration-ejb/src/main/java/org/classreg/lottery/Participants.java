package org.classreg.lottery;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.classreg.catalog.ProgramCap;
import org.classreg.people.Person;
import org.classreg.registration.Seats;

/** How many students count under each cap while seats are only added: counted once, and not for each of thousands. */
final class Participants implements ToLongFunction<ProgramCap> {

    private final Map<ProgramCap, Long> counted = new HashMap<>();
    private final Seats held;

    Participants(Seats held) {
        this.held = held;
    }

    @Override
    public long applyAsLong(ProgramCap cap) {
        return counted.computeIfAbsent(cap, held::participants);
    }

    /** Somebody who has just got the first seat, which is among those that are held. */
    void add(Person student) {
        counted.replaceAll((cap, count) -> cap.counts(student) ? count + 1 : count);
    }
}
