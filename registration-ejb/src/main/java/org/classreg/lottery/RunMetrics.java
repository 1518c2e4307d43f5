package org.classreg.lottery;

import java.util.List;

/**
 * How good a plan is. A student's utility is the sum of the hours given, those of priorities times 1.5.
 *
 * @param utility overall, U: the sum of w x sqrt(utility) over the sum of w, where w is the square root of the hours asked for
 * @param shareOfBound what the plan reaches of what no plan can exceed, 0 to 1; null for CLASSIC
 * @param seats given, standing enrollments left aside
 * @param seatsByRank seats given by interest alone first, then by Priority/1, Priority/2 ...
 * @param fifthPercentile of what students have of the most that was possible for each
 * @param students who take part
 * @param nothing students who asked for something possible and have nothing
 * @param envious students without a seat that would fit into their schedule and that somebody has who wanted it less, by rank
 * @param hours how many students have how many hours, from 0, in whole hours, standing enrollments included
 * @param worstOff those who have the least of what was possible for them, worst first
 */
public record RunMetrics(double utility, Double shareOfBound, int seats, List<Integer> seatsByRank, double fifthPercentile, int students,
        int nothing, int envious, int sections, int fullSections, List<Integer> hours, List<Grade> grades, List<WorstOff> worstOff) {

    /**
     * How a grade fares.
     *
     * @param grade null when unknown
     * @param seats given to its students
     * @param firstChoices of these, by Priority/1
     * @param share mean share of the most that was possible, 0 to 1
     */
    public record Grade(Integer grade, int students, int seats, int firstChoices, double share) {
    }

    /**
     * A student at the end of the list.
     *
     * @param student the number in the anonymous input
     * @param wishes how many sections the student asked for
     * @param seats how many the student is given
     * @param share of the most that was possible, 0 to 1
     */
    public record WorstOff(int student, int wishes, int seats, double share) {
    }
}
