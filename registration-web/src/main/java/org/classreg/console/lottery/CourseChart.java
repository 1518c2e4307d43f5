package org.classreg.console.lottery;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.classreg.lottery.RunMoment;

/**
 * How a draw came nearer to its bound, as lines of a drawing of 600 by 150.
 *
 * @param value the points of the line of the best so far
 * @param bound the points of the line of what cannot be exceeded
 * @param low what the foot stands for
 * @param high what the top stands for
 * @param seconds the length of the time axis
 */
public record CourseChart(String value, String bound, String low, String high, String seconds) implements Serializable {

    private static final double WIDTH = 600;
    private static final double HEIGHT = 150;
    private static final double MARGIN = 6;

    /** @return null while there are fewer than two moments to draw a line between */
    static CourseChart of(List<RunMoment> course) {
        var known = course.stream().filter(moment -> moment.bound() != null).toList();
        if (known.size() < 2) {
            return null;
        }
        var low = known.stream().mapToDouble(RunMoment::value).min().orElseThrow();
        var high = Math.max(known.stream().mapToDouble(RunMoment::bound).max().orElseThrow(), Math.nextUp(low));
        var from = known.get(0).seconds();
        var last = known.get(known.size() - 1).seconds();
        return new CourseChart(line(known, from, last, low, high, RunMoment::value), line(known, from, last, low, high, RunMoment::bound),
                RunRow.decimal(low), RunRow.decimal(high), String.format(Locale.ENGLISH, "%.0f s", last));
    }

    private static String line(List<RunMoment> course, double from, double last, double low, double high, ToDoubleFunction<RunMoment> measure) {
        return course.stream().map(moment -> String.format(Locale.ROOT, "%.1f,%.1f",
                WIDTH * (moment.seconds() - from) / Math.max(0.001, last - from),
                MARGIN + (HEIGHT - 2 * MARGIN) * (high - measure.applyAsDouble(moment)) / (high - low))).collect(Collectors.joining(" "));
    }
}
