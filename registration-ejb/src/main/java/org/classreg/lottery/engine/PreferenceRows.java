package org.classreg.lottery.engine;

import java.util.Arrays;

/** The preference rows by student and section: a section that stands in several rows is merged, its best rank kept. */
final class PreferenceRows {

    private static final int INTERESTED = 0xff;

    final int[] start;
    int[] section;
    byte[] rank;
    boolean[] interested;
    final double[] weight;

    PreferenceRows(InstanceBuilder builder) {
        var students = builder.grade.size();
        start = new int[students + 1];
        weight = new double[students];
        var rowStart = countRows(builder.preferenceStudent, students);
        var keys = keysByStudent(builder, rowStart);
        section = new int[keys.length];
        rank = new byte[keys.length];
        interested = new boolean[keys.length];
        for (var student = 0; student < students; student++) {
            start[student + 1] = merge(keys, rowStart[student], rowStart[student + 1], start[student]);
            weight[student] = Math.sqrt(hours(builder, keys, rowStart[student], rowStart[student + 1]));
        }
        section = Arrays.copyOf(section, start[students]);
        rank = Arrays.copyOf(rank, start[students]);
        interested = Arrays.copyOf(interested, start[students]);
    }

    private static int[] countRows(Ints student, int students) {
        var rows = new int[students + 1];
        for (var row = 0; row < student.size(); row++) {
            rows[student.get(row) + 1]++;
        }
        Arrays.parallelPrefix(rows, Integer::sum);
        return rows;
    }

    /** Section and rank in one number, so that sorting puts the best rank of a section first. */
    private static int[] keysByStudent(InstanceBuilder builder, int[] rowStart) {
        var next = rowStart.clone();
        var keys = new int[builder.preferenceStudent.size()];
        for (var row = 0; row < keys.length; row++) {
            var rank = builder.preferenceRank.get(row);
            keys[next[builder.preferenceStudent.get(row)]++] = builder.preferenceSection.get(row) << 8 | (rank == 0 ? INTERESTED : rank);
        }
        for (var student = 0; student < rowStart.length - 1; student++) {
            Arrays.sort(keys, rowStart[student], rowStart[student + 1]);
        }
        return keys;
    }

    private int merge(int[] keys, int from, int to, int into) {
        var last = into - 1;
        for (var k = from; k < to; k++) {
            var first = k == from || keys[k] >> 8 != keys[k - 1] >> 8;
            var key = keys[k] & 0xff;
            if (first) {
                last++;
                section[last] = keys[k] >> 8;
                rank[last] = (byte) (key == INTERESTED ? 0 : key);
            }
            interested[last] |= key == INTERESTED;
        }
        return last + 1;
    }

    private static double hours(InstanceBuilder builder, int[] keys, int from, int to) {
        var steps = 0L;
        for (var k = from; k < to; k++) {
            steps += builder.steps.get(keys[k] >> 8);
        }
        return steps / (double) Instance.STEPS_PER_HOUR;
    }
}
