package org.classreg.console.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.classreg.catalog.Program;
import org.classreg.catalog.ProgramSettings;
import org.classreg.catalog.ProgramSettings.Window;
import org.classreg.catalog.WindowKind;
import org.classreg.console.SomeProgram;
import org.junit.jupiter.api.Test;

class PresetTest {

    private static final Instant NOW = Instant.parse("2026-03-07T02:00:00Z");

    private final Program program = new SomeProgram("2026-03-07", "2026-03-08").get();

    @Test
    void daysBeginAtMidnightInTheProgramsTimeZone() {
        assertThat(Preset.of(program, NOW)).startsWith(new Preset("Since yesterday", Instant.parse("2026-03-05T05:00:00Z")))
                .contains(new Preset("Today", Instant.parse("2026-03-06T05:00:00Z")))
                .noneMatch(preset -> preset.label().equals("Since enrollment opened"));
    }

    @Test
    void theFirstOpeningOfEnrollmentIsOneOfThem() {
        var first = Instant.parse("2026-02-01T00:00:00Z");
        program.configure(ProgramSettings.DEFAULT.withWindows(List.of(
                new Window(WindowKind.ENROLLMENT, Instant.parse("2026-02-20T00:00:00Z"), null),
                new Window(WindowKind.ENROLLMENT, first, Instant.parse("2026-02-10T00:00:00Z")),
                new Window(WindowKind.DROP, Instant.parse("2026-01-01T00:00:00Z"), null))));

        assertThat(Preset.of(program, NOW)).endsWith(new Preset("Since enrollment opened", first));
    }
}
