package org.classreg.lottery.engine;

/**
 * What a partial schedule has gathered, as one index: half units of utility and, where a limit may bind, sections and timeslots.
 * A section moves the index by a fixed shift.
 *
 * @param levels utilities from 0 to below this
 * @param counts section counts from 0 to below this; 1 = not counted
 * @param sectionLimit most sections
 * @param slots timeslot counts from 0 to below this; 1 = not counted
 */
record States(int levels, int counts, int sectionLimit, int slots) {

    int size() {
        return levels * counts * slots;
    }

    int shift(int gain, int timeslots) {
        return gain + (counts > 1 ? levels : 0) + (slots > 1 ? levels * counts * timeslots : 0);
    }

    int level(int index) {
        return index % levels;
    }

    boolean allowed(int index) {
        return counts == 1 || index / levels % counts <= sectionLimit;
    }

    /**
     * @param sections most sections left to give; 0 = no limit
     * @param timeslots most timeslots left to give; 0 = no limit
     */
    static States of(int maxGain, int sections, int timeslots) {
        // With both limits, sections are counted as far as timeslots reach, so that no count runs over into the next one.
        var counts = sections == 0 ? 1 : timeslots == 0 ? sections + 1 : Math.max(sections, timeslots) + 1;
        return new States(maxGain + 1, counts, sections, timeslots + 1);
    }
}
