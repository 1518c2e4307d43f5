package org.classreg.lottery.engine;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * All times of an instance cut at every start and end into segments that no meeting covers only in part; what no section
 * covers, such as the minutes between two timeslots, vanishes. A section becomes runs of segments that follow each other.
 */
final class TimeGrid {

    final int segments;
    /** Per section: from, to, from, to ... of its runs, half-open, the longest first. */
    final int[][] runs;
    /** Per day and lunch slot: from and to. A day with a slot in which nothing meets is left out: its lunch is safe. */
    final int[][][] lunch;

    private final long[] times;
    /** How many segments lie before each of the times. */
    private final int[] before;

    TimeGrid(Instance instance) {
        var meetingTimes = Arrays.stream(instance.meetings).flatMapToLong(Arrays::stream);
        var lunchTimes = Arrays.stream(instance.lunch).flatMap(Arrays::stream).flatMapToLong(Arrays::stream);
        times = LongStream.concat(meetingTimes, lunchTimes).sorted().distinct().toArray();
        before = countBefore(instance.meetings);
        segments = before.length == 0 ? 0 : before[before.length - 1];
        runs = Arrays.stream(instance.meetings).map(this::runs).toArray(int[][]::new);
        lunch = Arrays.stream(instance.lunch)
                .map(day -> Arrays.stream(day).map(this::segments).toArray(int[][]::new))
                .filter(day -> Arrays.stream(day).noneMatch(slot -> slot[0] == slot[1])).toArray(int[][][]::new);
    }

    private int[] countBefore(long[][] meetings) {
        var changes = new int[times.length];
        for (var section : meetings) {
            for (var k = 0; k < section.length; k++) {
                changes[Arrays.binarySearch(times, section[k])] += k % 2 == 0 ? 1 : -1;
            }
        }
        var counts = new int[times.length];
        var covering = 0;
        for (var k = 1; k < times.length; k++) {
            covering += changes[k - 1];
            counts[k] = counts[k - 1] + (covering > 0 ? 1 : 0);
        }
        return counts;
    }

    private int[] segments(long[] fromTo) {
        return Arrays.stream(fromTo).mapToInt(time -> before[Arrays.binarySearch(times, time)]).toArray();
    }

    private int[] runs(long[] meetings) {
        var all = segments(meetings);
        var merged = new int[all.length];
        var size = 0;
        var longest = 0;
        for (var k = 0; k < all.length; k += 2) {
            if (size > 0 && merged[size - 1] == all[k]) {
                merged[size - 1] = all[k + 1];
            } else {
                merged[size++] = all[k];
                merged[size++] = all[k + 1];
            }
            if (merged[size - 1] - merged[size - 2] > merged[longest + 1] - merged[longest]) {
                longest = size - 2;
            }
        }
        swap(merged, longest);
        return Arrays.copyOf(merged, size);
    }

    private static void swap(int[] runs, int longest) {
        for (var k = 0; k < 2; k++) {
            var first = runs[k];
            runs[k] = runs[longest + k];
            runs[longest + k] = first;
        }
    }

    /** Whether two sections meet at one time. */
    boolean overlap(int section, int other) {
        return overlap(runs[section], runs[other]);
    }

    static boolean overlap(int[] runs, int[] others) {
        for (var k = 0; k < runs.length; k += 2) {
            for (var m = 0; m < others.length; m += 2) {
                if (runs[k] < others[m + 1] && others[m] < runs[k + 1]) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether all of these sections together leave no lunch slot of the day free. */
    boolean eatLunch(int day, int[] sections, int size) {
        for (var slot : lunch[day]) {
            var taken = false;
            for (var k = 0; k < size && !taken; k++) {
                taken = overlap(slot, runs[sections[k]]);
            }
            if (!taken) {
                return false;
            }
        }
        return true;
    }
}
