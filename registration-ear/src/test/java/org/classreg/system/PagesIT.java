package org.classreg.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What holds for each page of the console: it is accessible by the rules of WCAG 2.2 AA that a program can check, and fits on a phone. */
@ExtendWith({Running.class, Browser.class})
class PagesIT {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final int PHONE = 400;
    private static final String IN_PROGRAM = "?program=splash-2026-fall";
    private static final List<String> PAGES = List.of("/", "/account", "/people", "/import", "/journal", "/types", "/program",
            "/sections" + IN_PROGRAM, "/students" + IN_PROGRAM, "/checkin" + IN_PROGRAM, "/lottery" + IN_PROGRAM, "/classes" + IN_PROGRAM,
            "/categories" + IN_PROGRAM, "/timeslots" + IN_PROGRAM, "/building-rooms" + IN_PROGRAM, "/program" + IN_PROGRAM, "/settings" + IN_PROGRAM,
            "/rights" + IN_PROGRAM, "/rooms" + IN_PROGRAM, "/changes" + IN_PROGRAM, "/list" + IN_PROGRAM, "/missing" + IN_PROGRAM,
            "/roster" + IN_PROGRAM + "&section=A1205s1", "/attendance" + IN_PROGRAM + "&section=A1205s1", "/section-change" + IN_PROGRAM + "&section=A1205s1",
            "/student" + IN_PROGRAM + "&student=felixadeyemi", "/problems");

    @Test
    void everyPageIsAccessibleAndFitsOnAPhone(Page page) {
        Map<String, String> faults = new TreeMap<>();
        page.navigate("/login");
        note(faults, page, "/login");
        Browser.signIn(page, Running.ADMIN, Running.PASSWORD);
        for (var address : PAGES) {
            assertThat(page.navigate(address).status()).as(address).isEqualTo(200);
            note(faults, page, address);
        }
        assertThat(faults).isEmpty();
    }

    private static void note(Map<String, String> faults, Page page, String address) {
        page.setViewportSize(1280, 800);
        new AxeBuilder(page).withTags(RULES).analyze().getViolations().forEach(rule -> faults.put(address + " " + rule.getId(), rule.getHelp() + ": "
                + rule.getNodes().stream().limit(3).map(node -> String.valueOf(node.getTarget())).collect(Collectors.joining(", "))));
        page.setViewportSize(PHONE, 800);
        var width = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
        if (width > PHONE) {
            faults.put(address + " width", width + " pixels");
        }
    }
}
