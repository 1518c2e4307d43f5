package org.classreg.console.program;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.classreg.catalog.Program;
import org.classreg.catalog.ProgramSettings.Window;
import org.classreg.catalog.WindowKind;

/** A time to compare with that people ask for often. */
public record Preset(String label, Instant from) implements Serializable {

    /** Those of a program, the one that is shown first at the head. */
    static List<Preset> of(Program program, Instant now) {
        var today = LocalDate.ofInstant(now, program.zone());
        var presets = new ArrayList<Preset>();
        presets.add(new Preset("Since yesterday", today.minusDays(1).atStartOfDay(program.zone()).toInstant()));
        presets.add(new Preset("Last hour", now.minus(Duration.ofHours(1))));
        presets.add(new Preset("Today", today.atStartOfDay(program.zone()).toInstant()));
        presets.add(new Preset("Last 7 days", now.minus(Duration.ofDays(7))));
        presets.add(new Preset("Last 30 days", now.minus(Duration.ofDays(30))));
        program.settings().windows().stream().filter(window -> window.kind() == WindowKind.ENROLLMENT).map(Window::opens)
                .filter(Objects::nonNull).filter(opens -> opens.isBefore(now)).min(Comparator.naturalOrder())
                .ifPresent(opens -> presets.add(new Preset("Since enrollment opened", opens)));
        return presets;
    }
}
