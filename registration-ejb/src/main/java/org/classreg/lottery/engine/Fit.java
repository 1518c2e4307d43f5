package org.classreg.lottery.engine;

/** Whether one more option fits into the schedule that a student has in an allocation. */
final class Fit {

    private final Allocation allocation;
    private final Market market;
    private final Instance instance;
    private final Eligibility eligibility;

    Fit(Allocation allocation) {
        this.allocation = allocation;
        market = allocation.market;
        instance = market.instance;
        eligibility = market.eligibility;
    }

    boolean allows(int student, int option) {
        var section = market.optionSection[option];
        for (var other : allocation.schedule[student]) {
            var taken = market.optionSection[other];
            if (instance.subject[taken] == instance.subject[section] || market.grid.overlap(taken, section)) {
                return false;
            }
        }
        return hasEntry(student) && withinLimits(student, section) && (!eligibility.touchesLunch(section) || keepsLunch(student, section));
    }

    private boolean hasEntry(int student) {
        if (allocation.schedule[student].length > 0) {
            return true;
        }
        for (var entry : market.entries[student]) {
            if (allocation.free[entry] <= 0) {
                return false;
            }
        }
        return true;
    }

    private boolean withinLimits(int student, int section) {
        var person = market.order[student];
        if (instance.sectionLimit[person] == 0 && instance.timeslotLimit[person] == 0) {
            return true;
        }
        var sections = sections(student, section);
        var timeslots = 0;
        for (var each : sections) {
            timeslots += instance.timeslots(each);
        }
        return within(instance.sectionLimit[person], sections.length) && within(instance.timeslotLimit[person], timeslots);
    }

    private static boolean within(int limit, int count) {
        return limit == 0 || count <= limit;
    }

    private boolean keepsLunch(int student, int section) {
        return !eligibility.eatLunch(sections(student, section));
    }

    /** All sections of the student, standing ones included, and one more. */
    private int[] sections(int student, int section) {
        var standing = eligibility.standing(market.order[student]);
        var schedule = allocation.schedule[student];
        var all = new int[standing.length + schedule.length + 1];
        System.arraycopy(standing, 0, all, 0, standing.length);
        for (var k = 0; k < schedule.length; k++) {
            all[standing.length + k] = market.optionSection[schedule[k]];
        }
        all[all.length - 1] = section;
        return all;
    }
}
