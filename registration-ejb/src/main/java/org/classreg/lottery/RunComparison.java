package org.classreg.lottery;

import java.util.List;
import org.classreg.people.Person;

/**
 * Two runs side by side.
 *
 * @param sameInput whether both were drawn from the same
 * @param gain how many students have more utility by the other run
 * @param lose how many have less
 * @param same how many have as much, of those who take part in both
 * @param gains those who gain the most, at most {@link #MOST}
 * @param losses those who lose the most, at most {@link #MOST}
 */
public record RunComparison(RunDetails one, RunDetails other, boolean sameInput, int gain, int lose, int same, List<Change> gains,
        List<Change> losses) {

    public static final int MOST = 50;

    /**
     * A student who is better or worse off by the other run.
     *
     * @param before utility by the one run: hours, those of priorities times 1.5
     * @param after utility by the other
     * @param lost codes of sections that only the one run gives
     * @param gained codes of sections that only the other gives
     */
    public record Change(Person student, double before, double after, List<String> lost, List<String> gained) {
    }
}
