package org.classreg.lottery.engine;

import java.util.Arrays;

/** Which sections a student could be given if all others were away: the rules that look at no other seat of the lottery. */
final class Eligibility {

    private final Instance instance;
    private final TimeGrid grid;
    private final boolean[] eatsLunch;
    private final boolean[] touchesLunch;

    Eligibility(Instance instance, TimeGrid grid) {
        this.instance = instance;
        this.grid = grid;
        eatsLunch = new boolean[instance.sections()];
        touchesLunch = new boolean[instance.sections()];
        for (var section = 0; section < eatsLunch.length; section++) {
            eatsLunch[section] = eatLunch(section);
            touchesLunch[section] = meetsAtLunch(section);
        }
    }

    /** @param standing the sections the student has already, from {@link #standing(int)} */
    boolean allows(int student, int section, int[] standing) {
        return !eatsLunch[section] && gradeFits(student, section) && (standing.length == 0 || fitsBeside(section, standing));
    }

    int[] standing(int student) {
        return Arrays.copyOfRange(instance.standingSection, instance.standingStart[student], instance.standingStart[student + 1]);
    }

    /** Whether some day's lunch is gone with all of these sections. */
    boolean eatLunch(int... sections) {
        for (var day = 0; day < grid.lunch.length; day++) {
            if (grid.eatLunch(day, sections, sections.length)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the section takes a lunch slot or a part of one. */
    boolean touchesLunch(int section) {
        return touchesLunch[section];
    }

    private boolean meetsAtLunch(int section) {
        for (var day : grid.lunch) {
            for (var slot : day) {
                if (TimeGrid.overlap(slot, grid.runs[section])) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean gradeFits(int student, int section) {
        var grade = instance.grade[student];
        return instance.minGrade[section] <= grade && grade <= instance.maxGrade[section]
                || Arrays.binarySearch(instance.exceptionSubject, instance.exceptionStart[student],
                        instance.exceptionStart[student + 1], instance.subject[section]) >= 0;
    }

    private boolean fitsBeside(int section, int[] standing) {
        for (var other : standing) {
            if (instance.subject[other] == instance.subject[section] || grid.overlap(other, section)) {
                return false;
            }
        }
        var together = Arrays.copyOf(standing, standing.length + 1);
        together[standing.length] = section;
        return !eatLunch(together);
    }
}
