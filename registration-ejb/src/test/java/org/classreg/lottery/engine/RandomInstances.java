package org.classreg.lottery.engine;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Small instances by chance, in which all rules matter. Times are in hours. */
final class RandomInstances {

    private static final long HOUR = 3_600_000L;
    private static final long HALF = HOUR / 2;
    private static final long DAY = 24 * HOUR;

    private final SplittableRandom random;

    RandomInstances(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Few students, so that all assignments can be tried; meetings that overlap in part or are apart, and every kind of limit. */
    Instance tiny() {
        var builder = new InstanceBuilder();
        builder.lunch(2 * HOUR, 3 * HOUR, 3 * HOUR, 4 * HOUR);
        var sections = 3 + random.nextInt(4);
        IntStream.range(0, sections).forEach(section -> addSection(builder));
        builder.limit(random.nextInt(3) == 0 ? 2 : 0, random.nextInt(4) == 0 ? 3 : 0);
        if (random.nextInt(3) == 0) {
            builder.cap(new ProgramCap(7, 8, 1 + random.nextInt(2)));
        }
        if (random.nextInt(3) == 0) {
            builder.cap(new ProgramCap(8, 99, 1 + random.nextInt(2)));
        }
        IntStream.range(0, 2 + random.nextInt(3)).forEach(student -> addStudent(builder, student, sections));
        return builder.build();
    }

    private void addSection(InstanceBuilder builder) {
        var start = random.nextInt(10) * HALF;
        var end = start + (1 + random.nextInt(4)) * HALF;
        var subject = random.nextInt(4);
        var capacity = random.nextInt(3);
        var minGrade = 7 + random.nextInt(2);
        if (random.nextInt(4) == 0) {
            var again = end + random.nextInt(4) * HALF;
            builder.addSection(subject, capacity, minGrade, 9, start, end, again, again + HALF);
        } else {
            builder.addSection(subject, capacity, minGrade, 9, start, end);
        }
    }

    private void addStudent(InstanceBuilder builder, int student, int sections) {
        builder.addStudent(7 + random.nextInt(3), random.nextInt(4) == 0 ? random.nextInt(4) == 0 ? InstanceBuilder.NOTHING : 1 : 0, random.nextInt(4) == 0 ? 2 : 0);
        for (var section = 0; section < sections; section++) {
            if (random.nextInt(4) > 0) {
                builder.prefer(student, section, random.nextInt(3));
            }
        }
        if (random.nextInt(4) == 0) {
            builder.stand(student, random.nextInt(sections));
        }
        if (random.nextInt(3) == 0) {
            builder.except(student, random.nextInt(4));
        }
    }

    /** A term with meetings on several days, that overlap in part, and half as many seats as are wanted. */
    Instance term(int students, int sections) {
        var builder = new InstanceBuilder();
        for (var section = 0; section < sections; section++) {
            var start = random.nextInt(16) * HALF;
            var length = HALF * (2 + random.nextInt(2));
            var day = random.nextInt(2) * DAY;
            builder.addSection(section * 3 / 4, Math.max(1, 2 * students / sections), 7, 12,
                    start, start + length, start + day + 2 * DAY, start + day + 2 * DAY + length);
        }
        for (var student = 0; student < students; student++) {
            builder.addStudent(9, 2 + random.nextInt(4), 0);
            for (var wish = 0; wish < 18; wish++) {
                builder.prefer(student, random.nextInt(sections), random.nextInt(4));
            }
        }
        return builder.build();
    }

    /** A weekend of one day with fewer seats than are wanted. */
    Instance weekend(int students, int sections) {
        return weekend(students, sections, -1);
    }

    /** @param grown the section that has a seat more than by chance; -1 = none */
    Instance weekend(int students, int sections, int grown) {
        var builder = new InstanceBuilder();
        builder.lunch(3 * HOUR, 4 * HOUR, 4 * HOUR, 5 * HOUR);
        for (var section = 0; section < sections; section++) {
            var start = random.nextInt(7) * HOUR;
            var seats = Math.max(1, 2 * students / sections - 3 + random.nextInt(7));
            builder.addSection(section * 3 / 4, seats + (section == grown ? 1 : 0), 7, 12, start, start + (1 + random.nextInt(2)) * HOUR);
        }
        for (var student = 0; student < students; student++) {
            builder.addStudent(7 + random.nextInt(6), 0, 0);
            for (var section = 0; section < sections; section++) {
                var taste = random.nextInt(6);
                if (taste < 3) {
                    builder.prefer(student, section, taste);
                }
            }
        }
        return builder.build();
    }
}
