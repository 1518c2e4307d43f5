package org.classreg.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The instances beside the repository, and what the most used lottery of the field (that of ESP-Website) gives on them. */
final class LotteryInstances {

    static final String PLACE = "shared/data/lottery";

    /** Its results, and its time on one core; from the description that comes with the instances. */
    static final Map<String, String> TODAY = Map.of(
            "small-slot-1", ".01-.05 s, U 2.7258, P1 890, prio 964, p5 .500, nothing 0",
            "small-global-1", ".01-.05 s, U 2.5806, P1 298, prio 829, p5 .556, nothing 0",
            "splash-slot-1", ".2-.6 s, U 2.8359, P1 7953, prio 9141, p5 .500, nothing 0",
            "splash-global-1", ".2-.6 s, U 2.5594, P1 2201, prio 5952, p5 .476, nothing 0",
            "large-slot-1", "1.8-4.5 s, U 3.8531, P1 57850, prio 68058, p5 .600, nothing 0",
            "large-global-1", "1.8-4.5 s, U 3.1520, P1 9449, prio 29985, p5 .500, nothing 1");

    private LotteryInstances() {
    }

    /** The nearest one upward. */
    static Optional<Path> folder() {
        return Stream.iterate(Path.of("").toAbsolutePath(), place -> place != null, Path::getParent)
                .map(place -> place.resolve(PLACE)).filter(Files::isDirectory).findFirst();
    }
}
