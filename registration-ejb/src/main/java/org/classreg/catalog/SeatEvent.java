package org.classreg.catalog;

import java.time.Instant;

/**
 * The seats of a section, after a change or now.
 *
 * @param position in the log of all changes; of what is as of now, that of the last change that is in it
 * @param version how often the section's seats had changed; grows by one with each change
 * @param program its code
 * @param section its code
 * @param capacity how many students the section takes, from 0
 * @param enrolled how many seats are taken, from 0; more than the capacity when overbooked
 * @param registrationOpen whether students may register for the section at all
 * @param at when it changed; null for what is as of now
 */
public record SeatEvent(long position, int version, String program, String section, int capacity, int enrolled, ClassStatus status,
        boolean registrationOpen, Instant at) {

    static SeatEvent now(ClassSection section, int version) {
        return new SeatEvent(0, version, section.getProgram().getCode(), section.getCode(), section.getCapacity(), section.getEnrolled(),
                section.effectiveStatus(), section.isRegistrationOpen(), null);
    }

    /** How many more students the section takes, from 0. */
    public int seatsLeft() {
        return Math.max(0, capacity - enrolled);
    }
}
