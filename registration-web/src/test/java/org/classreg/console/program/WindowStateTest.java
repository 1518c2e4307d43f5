package org.classreg.console.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.classreg.catalog.ProgramSettings.Window;
import org.classreg.catalog.WindowKind;
import org.junit.jupiter.api.Test;

class WindowStateTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Instant NOW = Instant.parse("2026-03-07T15:00:00Z");

    @Test
    void whatHasNoWindowIsAlwaysOpen() {
        assertThat(state(new Window(WindowKind.DROP, null, NOW))).isEqualTo(new WindowState("Enrollment", true, "Always open"));
    }

    @Test
    void anOpenWindowSaysUntilWhen() {
        assertThat(state(window(NOW, NOW.plusSeconds(3600))))
                .isEqualTo(new WindowState("Enrollment", true, "Open until Sat 7 Mar 2026 11:00"));
        assertThat(state(window(null, null), window(null, NOW.plusSeconds(60))).text()).isEqualTo("Open without end");
    }

    @Test
    void aWindowIsClosedAtTheInstantOfItsClose() {
        assertThat(state(window(null, NOW))).isEqualTo(new WindowState("Enrollment", false, "Closed since Sat 7 Mar 2026 10:00"));
    }

    @Test
    void theNextOpeningIsWhatCounts() {
        var past = window(null, NOW.minusSeconds(60));

        assertThat(state(past, window(NOW.plusSeconds(7200), null), window(NOW.plusSeconds(3600), null)).text())
                .isEqualTo("Closed, opens Sat 7 Mar 2026 11:00");
    }

    private static Window window(Instant opens, Instant closes) {
        return new Window(WindowKind.ENROLLMENT, opens, closes);
    }

    private static WindowState state(Window... windows) {
        return WindowState.of(WindowKind.ENROLLMENT, List.of(windows), NOW, NEW_YORK);
    }
}
