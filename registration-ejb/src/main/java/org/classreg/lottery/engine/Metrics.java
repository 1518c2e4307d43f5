package org.classreg.lottery.engine;

import java.util.List;

/**
 * How good an assignment is. Measures of ESP-Website: a student's utility u is the sum of hours given, those of priorities times 1.5; the
 * weight w is the square root of the hours over all preferences.
 *
 * @param utility overall: the sum of w x sqrt(u) over the sum of w
 * @param seatsByRank seats given, from rank 1; the last of the list is the lowest rank in use
 * @param seats given, priorities and interests
 * @param fifthPercentile of u over the most that the student could have on empty sections; 1 if nobody could have anything
 * @param nothing students who asked for something they could take, and have nothing
 */
public record Metrics(double utility, List<Integer> seatsByRank, int seats, double fifthPercentile, int nothing) {

    public int firstChoiceSeats() {
        return seatsByRank.isEmpty() ? 0 : seatsByRank.get(0);
    }

    public int prioritySeats() {
        var seats = 0;
        for (var ofRank : seatsByRank) {
            seats += ofRank;
        }
        return seats;
    }
}
