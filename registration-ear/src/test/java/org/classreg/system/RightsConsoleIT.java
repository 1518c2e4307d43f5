package org.classreg.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The console offers what the caller may do, and refuses the rest. */
@ExtendWith({Running.class, Browser.class})
class RightsConsoleIT extends SmallOffice {

    private static final String PASSWORD = "lantern by the river";

    RightsConsoleIT(Http anonymous) {
        super(anonymous);
    }

    @Test
    void aVolunteerChecksInByNameAndEnterAndSeesNoMore(Page page) {
        enroll("X1s1", 1);
        role(3, "volunteer");
        signIn(page, 3);

        page.locator("#programs a").click();
        assertThat(page.locator("#present-count")).hasText("0");
        page.locator("#student_input").click();
        page.keyboard().type(prefix + "1");
        page.locator(".ui-autocomplete-item").waitFor();
        page.keyboard().press("Enter");
        assertThat(page.locator("#present-count")).hasText("1");
        assertThat(page.locator("#student_input")).isFocused();
        Browser.screenshot(page, "check-in");
        for (var hidden : List.of("sections", "roster", "rights", "settings", "lottery", "journal", "import")) {
            assertThat(page.navigate("/" + hidden + "?program=" + program + "&section=X1s1").status()).as(hidden).isEqualTo(403);
        }
    }

    @Test
    void aTeacherSeesTheOwnSectionsAndNoStudentsPage(Page page) {
        enroll("X1s1", 1);
        assertThat(admin.with("If-Match", "*").put(sections + "/X1s1/teachers", "[{\"username\":\"" + prefix + "3\"}]").status()).isEqualTo(200);
        signIn(page, 3);

        page.locator("#programs a").click();
        assertThat(page.locator("#sections_data tr")).hasCount(1);
        page.locator("#sections_data a").click();
        assertThat(page.locator("#roster_data")).containsText(prefix + "1");
        assertThat(page.locator("#roster_data a")).hasCount(0);
        assertThat(page.locator("#enroll-form")).hasCount(0);
        assertThat(page.navigate("/roster?program=" + program + "&section=X2s1").status()).isEqualTo(403);
        assertThat(page.navigate("/student?program=" + program + "&student=" + prefix + "1").status()).isEqualTo(404);
    }

    @Test
    void staffRunTheirProgramAndTheJournalNamesTheStudentToo(Page page) {
        role(3, "staff");
        var staff = signIn(page, 3);
        assertThat(register(staff, "X1s1", 1, null).status()).isEqualTo(201);

        assertThat(page.locator("#programs li")).hasCount(1);
        page.navigate("/journal");
        assertThat(page.locator("#operations_data tr").first()).containsText(prefix + "3 for " + prefix + "1");
        page.navigate("/rights?program=" + program);
        page.locator("#username").fill(prefix + "4");
        page.locator("#grant").click();
        assertThat(page.locator("#roles_data")).containsText(prefix + "4");
        assertThat(page.locator("[data-testid='revoke-staff-" + prefix + "3']")).hasCount(0);
        page.locator("[data-testid='revoke-volunteer-" + prefix + "4']").click();
        assertThat(page.locator("#roles_data")).not().containsText(prefix + "4");
        Browser.screenshot(page, "rights");
        assertThat(page.navigate("/sections?program=splash-2026-fall").status()).isEqualTo(403);
    }

    private void role(int number, String role) {
        assertThat(admin.post("/api/v1/programs/" + program + "/roles",
                "{\"username\":\"%s%d\",\"role\":\"%s\"}".formatted(prefix, number, role), "application/json").status()).isEqualTo(201);
    }

    private Http signIn(Page page, int number) {
        assertThat(admin.put("/api/v1/people/" + prefix + number + "/password", "{\"password\":\"" + PASSWORD + "\"}").status()).isEqualTo(204);
        page.navigate("/login");
        Browser.signIn(page, prefix + number, PASSWORD);
        return anonymous.as(prefix + number, PASSWORD);
    }
}
