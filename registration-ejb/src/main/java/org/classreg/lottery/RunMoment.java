package org.classreg.lottery;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * How far a run was at some moment of its draw.
 *
 * @param seconds since it read its input
 * @param value of the best so far
 * @param bound of what cannot be exceeded; null while unknown
 */
public record RunMoment(double seconds, double value, Double bound) implements Serializable {

    private static final String UNKNOWN = "-";

    String line() {
        return String.format(Locale.ROOT, "%.1f %.6f %s\n", seconds, value, bound == null ? UNKNOWN : String.format(Locale.ROOT, "%.6f", bound));
    }

    /** @param lines as made by {@link #line()} */
    static List<RunMoment> read(String lines) {
        return lines.lines().map(RunMoment::of).toList();
    }

    private static RunMoment of(String line) {
        var parts = line.split(" ");
        return new RunMoment(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]),
                parts[2].equals(UNKNOWN) ? null : Double.valueOf(parts[2]));
    }
}
