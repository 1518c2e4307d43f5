package org.classreg.benchmark;

import java.time.Duration;
import java.util.Locale;
import java.util.SplittableRandom;
import org.classreg.lottery.engine.Instance;
import org.classreg.lottery.engine.InstanceBuilder;
import org.classreg.lottery.engine.Lottery;
import org.classreg.lottery.engine.Mode;
import org.classreg.lottery.engine.Options;

/** Draws for 50,000 students, 5,000 sections and 2.4 million preferences: to be run with {@code -Xmx1g}, which must be enough. */
public final class LotteryMemory {

    private static final long HOUR = 3_600_000L;
    private static final long DAY = 24 * HOUR;
    private static final int STUDENTS = 50_000;
    private static final int SECTIONS = 5_000;
    private static final int PREFERENCES = 48;
    private static final int RANKS = 8;
    private static final int MEAN_CAPACITY = 60;

    private LotteryMemory() {
    }

    /** @param arguments the mode and the time limit in seconds, if not balanced and 60 */
    public static void main(String[] arguments) throws InterruptedException {
        var mode = arguments.length > 0 ? Mode.valueOf(arguments[0]) : Mode.BALANCED;
        var limit = Duration.ofSeconds(arguments.length > 1 ? Long.parseLong(arguments[1]) : 60);
        var lottery = new Lottery(instance(), new Options(mode, 1, limit, Runtime.getRuntime().availableProcessors()));
        var quality = new QualityOverTime(lottery);
        var result = lottery.draw();
        System.out.printf(Locale.ROOT, "%s: %.1f s, stopped %s, U %.4f, gap %.2f %%, nothing %d, heap %d of %d MB%n", mode, result.seconds(),
                result.stopped(), result.metrics().utility(), 100 * result.gap(), result.metrics().nothing(), quality.end(),
                Runtime.getRuntime().maxMemory() >> 20);
        System.out.println("  over time: " + quality);
    }

    private static Instance instance() {
        var random = new SplittableRandom(1);
        var builder = new InstanceBuilder();
        for (var day = 0; day < 2; day++) {
            builder.lunch(day * DAY + 3 * HOUR, day * DAY + 4 * HOUR, day * DAY + 4 * HOUR, day * DAY + 5 * HOUR);
        }
        for (var section = 0; section < SECTIONS; section++) {
            var start = random.nextInt(2) * DAY + random.nextInt(8) * HOUR;
            var hours = 1 + random.nextInt(2);
            builder.addSection(section * 3 / 4, MEAN_CAPACITY / 2 + random.nextInt(MEAN_CAPACITY), 7, 12, start, start + hours * HOUR);
        }
        for (var student = 0; student < STUDENTS; student++) {
            builder.addStudent(7 + random.nextInt(6), 0, 0);
            for (var k = 0; k < PREFERENCES; k++) {
                // The product of two draws: some sections are much more popular than others.
                var section = (int) (SECTIONS * random.nextDouble() * random.nextDouble());
                builder.prefer(student, section, k < RANKS ? k + 1 : 0);
            }
        }
        return builder.build();
    }
}
