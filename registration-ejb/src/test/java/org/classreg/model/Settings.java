package org.classreg.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.classreg.catalog.ProgramSettings;
import org.classreg.catalog.ProgramSettings.Cap;
import org.classreg.catalog.ProgramSettings.Window;
import org.classreg.catalog.WindowKind;

/**
 * What is set for the program; null for no limit.
 *
 * @param cap of all students
 * @param capOfYoung of those in grade 9 and 10
 * @param sections a student
 * @param slots a student
 * @param more seats in each section, or fewer
 * @param priorities for one time
 * @param offerMinutes null to give seats at once
 * @param closed what cannot be done now; null for nothing
 */
record Settings(Integer cap, Integer capOfYoung, Integer sections, Integer slots, int more, Integer priorities, Integer offerMinutes,
        WindowKind closed) {

    static final int LAST_YOUNG_GRADE = 10;

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    static final Settings AT_FIRST = new Settings(3, null, null, null, 0, null, null, null);

    /** Those that a history tries, one after the other. */
    static final List<Settings> TRIED = List.of(AT_FIRST,
            new Settings(null, null, null, null, 0, null, 5, null),
            new Settings(null, 1, 2, null, 0, 1, null, null),
            new Settings(4, null, null, 2, 1, 2, 5, null),
            new Settings(2, 2, 3, 4, 0, null, 3, null),
            new Settings(2, null, null, null, 0, null, 5, WindowKind.ENROLLMENT),
            new Settings(3, null, 1, null, -1, 0, null, WindowKind.CHANGES),
            new Settings(null, null, null, null, 0, 1, null, WindowKind.INTEREST),
            new Settings(3, 1, null, 3, 0, null, 4, null));

    ProgramSettings asSet() {
        var caps = Stream.of(cap == null ? null : new Cap(null, null, cap),
                capOfYoung == null ? null : new Cap(null, LAST_YOUNG_GRADE, capOfYoung)).filter(Objects::nonNull).toArray(Cap[]::new);
        var windows = closed == null ? List.<Window>of() : List.of(new Window(closed, null, LONG_AGO));
        return ProgramSettings.DEFAULT.withCaps(caps).withLimits(sections, slots).withCapacity(BigDecimal.ONE, more)
                .withPriorityLimit(priorities).withOffersFor(offerMinutes).withWindows(windows);
    }
}
