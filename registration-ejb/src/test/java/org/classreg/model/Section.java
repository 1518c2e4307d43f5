package org.classreg.model;

import java.util.List;

/**
 * A section as it is at first.
 *
 * @param course what its sections have in common
 */
record Section(String code, String course, int seats, List<Slot> slots) {

    /**
     * How a section is now.
     *
     * @param most its own maximum; null for none
     * @param inRoom whether it meets in the room, whose seats count if it has no maximum
     */
    record State(boolean cancelled, Integer most, List<Slot> slots, boolean inRoom) {

        State meeting(List<Slot> wanted, boolean inARoom) {
            return new State(cancelled, most, wanted, inARoom && !wanted.isEmpty());
        }

        State limited(Integer wanted) {
            return new State(cancelled, wanted, slots, inRoom);
        }

        State cancelled(boolean unscheduled) {
            return new State(true, most, unscheduled ? List.of() : slots, inRoom && !unscheduled);
        }

        boolean overlaps(State other) {
            return slots.stream().anyMatch(mine -> other.slots.stream().anyMatch(mine::overlaps));
        }
    }

    State atFirst() {
        return new State(false, seats, slots, false);
    }
}
