package org.classreg.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What staff do in the console, in a real browser. */
@ExtendWith({Running.class, Browser.class})
class ConsoleIT {

    private static final double IMPORT_LIMIT = 60_000;
    private static final double POLL_LIMIT = 15_000;

    private final String prefix = "c" + UUID.randomUUID().toString().substring(0, 8);
    private final String program = "p-" + prefix;

    @Test
    void aVisitorIsAskedToSignInAndThenSeesThePageThatWasAskedFor(Page page) {
        page.navigate("/sections?program=splash-2026-fall");
        assertThat(page).hasURL(Pattern.compile(".*/login\\?from=.*"));

        signIn(page, "not-the-password");
        assertThat(page.locator("#messages")).containsText("The username or password is wrong.");
        signIn(page, Running.PASSWORD);

        assertThat(page).hasURL(Pattern.compile(".*/sections\\?program=splash-2026-fall"));
        assertThat(page.locator("#figure-sections")).hasText("60");
        Browser.screenshot(page, "sections");
        page.keyboard().press("/");
        page.keyboard().type("watercolor");
        assertThat(page.locator("#sections_data tr")).hasCount(2);
        page.locator("#sign-out").click();
        assertThat(page).hasURL(Pattern.compile(".*/login.*"));
    }

    @Test
    void staffImportEnrollMoveExpireAndLookAtThePast(Page page) {
        open(page, "/import");
        upload(page, RosterZip.small(program, prefix));
        assertThat(page.locator("#report")).containsText("Sections");
        Browser.screenshot(page, "import-preview");
        page.locator("#import-button").click();
        assertThat(page.locator("#report-title")).containsText("Imported from");

        roster(page, "X1s1", "");
        enroll(page, prefix + "1");
        assertThat(page.locator("#messages")).containsText("Enrolled in X1s1");
        assertThat(page.locator("#roster_data")).containsText(prefix + "1");
        choose(page, prefix + "1");
        assertThat(page.locator("#eligibility")).containsText("Already enrolled in X1s1");
        Browser.screenshot(page, "roster-refused");

        var enrolled = Instant.now();
        roster(page, "X1s1", "");
        page.locator("[data-testid=move-" + prefix + "1]").click();
        page.locator("#target").click();
        page.locator("#target_panel li").filter(new Locator.FilterOptions().setHasText("X1s2")).click();
        page.locator("#move").click();
        assertThat(page.locator("#roster_data")).containsText("Nobody is Enrolled in X1s1");
        roster(page, "X1s2", "");
        assertThat(page.locator("#roster_data")).containsText(prefix + "1");
        page.locator("[data-testid=expire-" + prefix + "1]").click();
        page.locator("#confirm-yes").click();
        assertThat(page.locator("#roster_data")).containsText("Nobody is Enrolled in X1s2");

        roster(page, "X1s1", "&at=" + enrolled);
        assertThat(page.locator("#past")).containsText("It can be looked at, not changed.");
        assertThat(page.locator("#roster_data")).containsText(prefix + "1");
        assertThat(page.locator("#enroll")).hasCount(0);
        Browser.screenshot(page, "roster-past");

        page.navigate("/student?program=" + program + "&student=" + prefix + "1");
        assertThat(page.locator("#history")).containsText("X1s2");
        assertThat(page.locator("#history")).containsText("X1s1");
        Browser.screenshot(page, "student");
    }

    @Test
    void staffSeeWhoWaitsAndCancelASectionWithAReason(Page page, Http http) {
        var admin = http.as(Running.ADMIN, Running.PASSWORD);
        admin.post("/api/v1/imports/oneroster", RosterZip.small(program, prefix), "application/zip");
        var registrations = "/api/v1/programs/" + program + "/sections/X2s1/registrations";
        admin.post(registrations, "{\"student\":\"" + prefix + "1\"}", "application/json");
        admin.post(registrations, "{\"student\":\"" + prefix + "2\",\"type\":\"Waitlist\"}", "application/json");
        open(page, "/roster?program=" + program + "&section=X2s1");
        assertThat(page.locator("#line tbody")).containsText(prefix + "2");
        Browser.screenshot(page, "roster-waitlist");

        page.locator("#cancel-open").click();
        page.locator("#cancel-reason").fill("The teacher is ill");
        Browser.screenshot(page, "roster-cancel");
        page.locator("#cancel-section").click();

        assertThat(page.locator("#messages")).containsText("X2s1 is cancelled: 2 registrations ended.");
        assertThat(page.locator("#line")).hasCount(0);
        assertThat(page.locator("#cancel-open")).hasCount(0);
        page.navigate("/settings?program=" + program);
        Browser.screenshot(page, "settings");
    }

    @Test
    void theHeadOfARosterFillsWhileItIsLookedAt(Page page, Http http) {
        var admin = http.as(Running.ADMIN, Running.PASSWORD);
        admin.post("/api/v1/imports/oneroster", RosterZip.small(program, prefix), "application/zip");
        open(page, "/roster?program=" + program + "&section=X1s1");
        assertThat(page.locator("#section-fill")).containsText("0 of 2");

        admin.post("/api/v1/programs/" + program + "/sections/X1s1/registrations", "{\"student\":\"" + prefix + "1\"}", "application/json");

        assertThat(page.locator("#section-fill")).containsText("1 of 2", within(POLL_LIMIT));
    }

    @Test
    void staffEnrollAnywayWithAReason(Page page, Http http) {
        var admin = http.as(Running.ADMIN, Running.PASSWORD);
        admin.post("/api/v1/imports/oneroster", RosterZip.small(program, prefix), "application/zip");
        admin.whateverItIs().put("/api/v1/programs/" + program + "/settings", """
                {"windows":[{"kind":"ENROLLMENT","opens":null,"closes":"2020-01-01T00:00:00Z"}],
                 "maxSections":null,"maxTimeslots":null,"capacityMultiplier":1,"capacityOffset":0}""");
        open(page, "/roster?program=" + program + "&section=X1s1");

        choose(page, prefix + "1");
        assertThat(page.locator("#eligibility")).containsText("Enrollment in Small Program closed on");
        page.locator("#override-reason").fill("Came late");
        Browser.screenshot(page, "roster-override");
        page.keyboard().press("Enter");

        assertThat(page.locator("#messages")).containsText("Enrolled in X1s1");
        page.navigate("/journal");
        assertThat(page.locator("#content")).containsText("Came late (overrides OUTSIDE_WINDOW)");
    }

    @Test
    void aFileWithErrorsIsShownLineByLineAndChangesNothing(Page page) {
        open(page, "/import");
        page.locator("#oneroster-file").setInputFiles(new FilePayload("broken.zip", "application/zip", "no zip".getBytes()));
        page.locator("#check-oneroster").click();

        assertThat(page.locator("#errors")).containsText("This is not a ZIP");
        Browser.screenshot(page, "import-errors");
    }

    @Test
    void aRealDepartmentIsImportedAndItsPreferencesConverted(Page page) {
        Path data = SharedData.folder("umass-fall-2024");
        open(page, "/import");
        upload(page, RosterZip.ofFolder(data));
        assertThat(page.locator("#report")).containsText("12613");
        page.locator("#import-button").click();
        assertThat(page.locator("#report-title")).containsText("Imported from", within(IMPORT_LIMIT));

        page.navigate("/sections?program=2024-fall");
        assertThat(page.locator("#figure-sections")).hasText("96");
        page.locator("#convert-preferences").click();
        page.locator("#convert").click();
        assertThat(page.locator("#converted")).containsText("converted", within(IMPORT_LIMIT));
        Browser.screenshot(page, "converted");
    }

    @Test
    void whatIsNotThereIsAPageThatSaysSo(Page page) {
        open(page, "/");
        Browser.screenshot(page, "programs");

        page.navigate("/sections?program=nowhere");
        assertThat(page.locator("#problem")).containsText("There is no program \"nowhere\".");
        page.navigate("/nothing");
        assertThat(page.locator("h1")).hasText("This page does not exist");
    }

    private static void open(Page page, String path) {
        page.navigate(path);
        Browser.signIn(page, Running.ADMIN, Running.PASSWORD);
    }

    private static void signIn(Page page, String password) {
        page.locator("#username").fill(Running.ADMIN);
        page.locator("#password").fill(password);
        page.keyboard().press("Enter");
    }

    private static void upload(Page page, byte[] zip) {
        page.locator("#oneroster-file").setInputFiles(new FilePayload("roster.zip", "application/zip", zip));
        page.locator("#check-oneroster").click();
        assertThat(page.locator("#report-title")).containsText("To be imported", within(IMPORT_LIMIT));
    }

    private void roster(Page page, String section, String more) {
        page.navigate("/roster?program=" + program + "&section=" + section + more);
    }

    private static void choose(Page page, String username) {
        page.locator("#student_input").fill("");
        page.locator("#student_input").pressSequentially(username);
        page.locator(".ui-autocomplete-item").first().click();
    }

    private static void enroll(Page page, String username) {
        choose(page, username);
        assertThat(page.locator("#eligibility")).containsText("can be enrolled");
        page.locator("#enroll").click();
    }

    private static LocatorAssertions.ContainsTextOptions within(double milliseconds) {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(milliseconds);
    }
}
