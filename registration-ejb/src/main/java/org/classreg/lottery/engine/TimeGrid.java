package org.classreg.lottery.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All times of an instance cut at every start and end into segments that no meeting covers only in part; what no section
 * covers, such as the minutes between two timeslots, vanishes. A section becomes runs of segments that follow each other.
 */
final class TimeGrid {

    final int segments;
    /** Per section: from, to, from, to ... of its runs, half-open, the longest first. */
    final int[][] runs;
    /** Per section a bit for each segment, those of 64 segments later on the same ones: sections without a common bit do not meet. */
    private final long[] mask;
    /** Per day and lunch slot: from and to. A day with a slot in which nothing meets is left out: its lunch is safe. */
    final int[][][] lunch;

    private final long[] times;
    /** How many segments lie before each of the times. */
    private final int[] before;

    TimeGrid(Instance instance) {
        times = times(instance);
        before = countBefore(instance.meetings);
        segments = before.length == 0 ? 0 : before[before.length - 1];
        runs = new int[instance.sections()][];
        mask = new long[runs.length];
        for (var section = 0; section < runs.length; section++) {
            runs[section] = runs(instance.meetings[section]);
            mask[section] = mask(runs[section]);
        }
        var days = new ArrayList<int[][]>();
        for (var day : instance.lunch) {
            addIfWanted(day, days);
        }
        lunch = days.toArray(new int[0][][]);
    }

    private static long[] times(Instance instance) {
        var all = new long[64];
        var size = 0;
        for (var section : instance.meetings) {
            all = room(all, size + section.length);
            System.arraycopy(section, 0, all, size, section.length);
            size += section.length;
        }
        for (var day : instance.lunch) {
            for (var slot : day) {
                all = room(all, size + slot.length);
                System.arraycopy(slot, 0, all, size, slot.length);
                size += slot.length;
            }
        }
        return distinct(all, size);
    }

    private static long[] room(long[] values, int size) {
        return size <= values.length ? values : Arrays.copyOf(values, 2 * size);
    }

    /** The different ones among the first values, ascending. */
    static long[] distinct(long[] values, int size) {
        Arrays.sort(values, 0, size);
        var last = 0;
        for (var k = 1; k < size; k++) {
            if (values[k] != values[last]) {
                values[++last] = values[k];
            }
        }
        return Arrays.copyOf(values, Math.min(size, last + 1));
    }

    private void addIfWanted(long[][] day, List<int[][]> days) {
        var slots = new int[day.length][];
        var wanted = true;
        for (var slot = 0; slot < slots.length; slot++) {
            slots[slot] = segments(day[slot]);
            wanted &= slots[slot][0] < slots[slot][1];
        }
        if (wanted) {
            days.add(slots);
        }
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
        var segments = new int[fromTo.length];
        for (var k = 0; k < segments.length; k++) {
            segments[k] = before[Arrays.binarySearch(times, fromTo[k])];
        }
        return segments;
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
        return (mask[section] & mask[other]) != 0 && overlap(runs[section], runs[other]);
    }

    private static long mask(int[] runs) {
        var mask = 0L;
        for (var k = 0; k < runs.length; k += 2) {
            for (var segment = runs[k]; segment < runs[k + 1]; segment++) {
                mask |= 1L << segment;
            }
        }
        return mask;
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
