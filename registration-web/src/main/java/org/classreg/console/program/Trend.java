package org.classreg.console.program;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.classreg.console.LocalTimes;

/**
 * How a number went over time, as a line to look at. The drawing is {@value #WIDTH} wide and {@value #HEIGHT} high, with 0 at the bottom.
 *
 * @param points from left to right
 * @param top the number at the upper edge, at least 1
 */
public record Trend(List<Point> points, long top) implements Serializable {

    public static final int WIDTH = 600;
    public static final int HEIGHT = 120;

    private static final int POINTS = 49;

    /**
     * The number at an instant, and where that is in the drawing.
     *
     * @param label for people: when, and how many
     */
    public record Point(double x, double y, long number, String when, String label) implements Serializable {
    }

    /** The instants at which to count, the first and the last included. */
    static List<Instant> instants(Instant from, Instant to) {
        var step = Duration.between(from, to).dividedBy(POINTS - 1);
        return IntStream.range(0, POINTS).mapToObj(i -> i == POINTS - 1 ? to : from.plus(step.multipliedBy(i))).toList();
    }

    /** @param numbers one for each instant */
    static Trend of(List<Instant> instants, List<Long> numbers, ZoneId zone) {
        var top = top(numbers.stream().mapToLong(number -> number).max().orElse(0));
        var points = IntStream.range(0, instants.size()).mapToObj(i -> {
            var when = LocalTimes.moment(instants.get(i), zone);
            return new Point((double) WIDTH * i / (instants.size() - 1), HEIGHT - (double) HEIGHT * numbers.get(i) / top, numbers.get(i), when,
                    when + ": " + numbers.get(i));
        }).toList();
        return new Trend(points, top);
    }

    /** The number, rounded up to two digits. */
    private static long top(long number) {
        var unit = (long) Math.pow(10, Math.max(0, Long.toString(number).length() - 2));
        return Math.max(1, (number + unit - 1) / unit * unit);
    }

    /** The corners of the line, as SVG wants them. */
    public String line() {
        return points.stream().map(point -> String.format(Locale.ROOT, "%.1f,%.1f", point.x(), point.y())).collect(Collectors.joining(" "));
    }

    /** The corners of the area below the line. */
    public String area() {
        return "0," + HEIGHT + " " + line() + " " + WIDTH + "," + HEIGHT;
    }

    public Point first() {
        return points.get(0);
    }

    public Point last() {
        return points.get(points.size() - 1);
    }
}
