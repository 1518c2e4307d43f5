package org.classreg.console.program;

import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.classreg.catalog.ProgramSettings.Window;
import org.classreg.catalog.WindowKind;
import org.classreg.console.LocalTimes;

/**
 * Whether something may be done now.
 *
 * @param what for people, such as "Enrollment"
 * @param text such as "Open until Sat 7 Mar 2026 10:00"
 */
public record WindowState(String what, boolean open, String text) implements Serializable {

    /** @param windows those of all kinds */
    static WindowState of(WindowKind kind, List<Window> windows, Instant now, ZoneId zone) {
        var mine = windows.stream().filter(window -> window.kind() == kind).toList();
        var open = mine.stream().filter(window -> isOpen(window, now)).toList();
        if (mine.isEmpty()) {
            return new WindowState(kind.label(), true, "Always open");
        }
        return open.isEmpty()
                ? new WindowState(kind.label(), false, closedText(mine, now, zone))
                : new WindowState(kind.label(), true, openText(open, zone));
    }

    private static boolean isOpen(Window window, Instant now) {
        return (window.opens() == null || !window.opens().isAfter(now)) && (window.closes() == null || window.closes().isAfter(now));
    }

    private static String openText(List<Window> open, ZoneId zone) {
        return open.stream().anyMatch(window -> window.closes() == null) ? "Open without end" : "Open until " + lastClose(open, zone);
    }

    private static String closedText(List<Window> closed, Instant now, ZoneId zone) {
        return closed.stream().map(Window::opens).filter(opens -> opens != null && opens.isAfter(now)).min(Comparator.naturalOrder())
                .map(opens -> "Closed, opens " + LocalTimes.moment(opens, zone))
                .orElseGet(() -> "Closed since " + lastClose(closed, zone));
    }

    private static String lastClose(List<Window> windows, ZoneId zone) {
        return windows.stream().map(Window::closes).filter(Objects::nonNull).max(Comparator.naturalOrder())
                .map(closes -> LocalTimes.moment(closes, zone)).orElseThrow();
    }
}
