package org.classreg.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import jakarta.json.Json;
import java.util.UUID;
import java.util.regex.Pattern;
import org.classreg.system.Http.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What administrators undo and set in the console, in a real browser. */
@ExtendWith({Running.class, Browser.class})
class JournalIT {

    private final Http admin;
    private final String prefix = "j" + UUID.randomUUID().toString().substring(0, 8);
    private final String program = "p-" + prefix;

    JournalIT(Http anonymous) {
        admin = anonymous.as(Running.ADMIN, Running.PASSWORD);
    }

    @BeforeEach
    void aSmallProgramIsImported() {
        assertThat(admin.post("/api/v1/imports/oneroster", RosterZip.small(program, prefix), "application/zip").status()).isEqualTo(200);
    }

    @Test
    void anEnrollmentIsUndoneAfterTheJournalHasShownWhatThatDoes(Page page) {
        enroll(1);
        var operation = admin.get("/api/v1/operations?limit=1").array().getJsonObject(0).getJsonNumber("id");
        open(page, "/journal");
        var row = page.locator("#operations_data tr").first();
        assertThat(row).containsText("Registered");
        Browser.screenshot(page, "journal");

        page.locator("[data-testid=undo-" + operation + "]").click();
        assertThat(page.locator("#outlook-ended")).hasText("1");
        assertThat(page.locator("#outlook-left")).hasText("0");
        Browser.screenshot(page, "journal-undo");
        page.locator("#undo").click();

        assertThat(page.locator("#messages")).containsText("Operation " + operation + " was undone: 1 ended.");
        assertThat(row).containsText("Undid operation " + operation);
        assertThat(page.locator("#operations_data")).containsText(Pattern.compile("Undone by \\d+"));
        page.navigate("/roster?program=" + program + "&section=X1s1");
        assertThat(page.locator("#roster_data")).containsText("Nobody is Enrolled in X1s1");
    }

    @Test
    void aCheckInAndACancelledSectionAreUndoneTooThoughNobodyIsRegistered(Page page) {
        admin.post("/api/v1/programs/" + program + "/sections/X1s1/cancel", "{}", "application/json");
        var cancelled = admin.get("/api/v1/operations?limit=1").array().getJsonObject(0).getJsonNumber("id");
        admin.post("/api/v1/programs/" + program + "/checkins", "{\"student\":\"" + prefix + "1\"}", "application/json");
        var checkedIn = admin.get("/api/v1/operations?limit=1").array().getJsonObject(0).getJsonNumber("id");
        open(page, "/journal");

        page.locator("[data-testid=undo-" + checkedIn + "]").click();
        assertThat(page.locator("#outlook-check-ins")).hasText("1");
        page.locator("#undo").click();
        assertThat(page.locator("#messages")).containsText("Operation " + checkedIn + " was undone: 1 check-in changed.");
        assertThat(admin.get("/api/v1/programs/" + program + "/checkins").array()).isEmpty();

        page.locator("[data-testid=undo-" + cancelled + "]").click();
        assertThat(page.locator("#outlook-sections")).hasText("1");
        Browser.screenshot(page, "journal-undo-section");
        page.locator("#undo").click();
        assertThat(page.locator("#messages")).containsText("Operation " + cancelled + " was undone: 1 section as before.");
        assertThat(admin.get("/api/v1/programs/" + program + "/sections/X1s1").object().getString("status")).isEqualTo("accepted");
    }

    @Test
    void whatSomebodyElseHasUndoneIsSaidAndTheListIsFresh(Page page) {
        enroll(1);
        var operation = admin.get("/api/v1/operations?limit=1").array().getJsonObject(0).getJsonNumber("id");
        open(page, "/journal");
        assertThat(admin.post("/api/v1/operations/" + operation + "/undo", "", "application/json").status()).isEqualTo(200);

        page.locator("[data-testid=undo-" + operation + "]").click();

        assertThat(page.locator("#messages")).containsText("Operation " + operation + " has been undone by operation");
        assertThat(page.locator("#undo-dialog")).isHidden();
        assertThat(page.locator("[data-testid=undo-" + operation + "]")).hasCount(0);
    }

    @Test
    void theJournalIsPagedByItsAddress(Page page) {
        for (int i = 0; i < 51; i++) {
            var registered = enroll(1).object();
            admin.post("/api/v1/registrations/" + registered.getJsonNumber("id") + "/expire", "{}", "application/json");
        }
        open(page, "/journal");
        assertThat(page.locator("#operations_data tr")).hasCount(50);
        assertThat(page.locator("#newer")).hasCount(0);

        page.locator("#older").click();

        assertThat(page).hasURL(Pattern.compile(".*/journal\\?page=2"));
        assertThat(page.locator("#operations_data tr")).hasCount(50);
        page.locator("#newer").click();
        assertThat(page).hasURL(Pattern.compile(".*/journal\\?page=1"));
    }

    @Test
    void aWindowThatHasClosedBindsTheApiToo(Page page) {
        open(page, "/settings?program=" + program);
        assertThat(page.locator("#states")).containsText("Always open");
        page.locator("#add-window").click();
        assertThat(page.locator("[id='window:0:kind']")).isFocused();
        page.locator("[id='window:0:kind']").selectOption("ENROLLMENT");
        page.locator("[id='window:0:closes']").fill("2020-01-01T00:00");
        page.locator("#save").click();

        assertThat(page.locator("#messages")).containsText("The settings of Small Program are saved.");
        assertThat(page.locator("#states")).containsText("Closed since Wed 1 Jan 2020 00:00");
        Browser.screenshot(page, "settings");
        var refused = enroll(1);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.object().getJsonArray("reasons").getJsonObject(0).getString("code")).isEqualTo("OUTSIDE_WINDOW");

        page.locator("[id='window:0:remove']").click();
        assertThat(page.locator("table.windows")).hasCount(0);
        page.locator("#max-sections").press("Enter");
        assertThat(page.locator("#messages")).containsText("are saved");
        assertThat(enroll(1).status()).isEqualTo(201);
    }

    @Test
    void everySettingAtFaultSaysWhyAndNothingIsSaved(Page page) {
        open(page, "/settings?program=" + program);
        page.locator("#add-window").click();
        assertThat(page.locator("[id='window:0:kind']")).isFocused();
        page.locator("[id='window:0:opens']").fill("2026-03-07T10:00");
        page.locator("[id='window:0:closes']").fill("2026-03-07T09:00");
        page.locator("#max-sections").fill("-1");
        page.locator("#multiplier").fill("1.2345");
        page.locator("#save").click();

        assertThat(page.locator("#messages")).containsText("Nothing was saved. 3 fields need a correction");
        assertThat(page.locator("#fault-closes-0")).hasText("A window closes after it opens.");
        assertThat(page.locator("#fault-max-sections")).hasText("A limit is 0 or more.");
        assertThat(page.locator("#fault-multiplier")).containsText("at most 3 decimals");
        assertThat(page.locator("#max-sections")).hasValue("-1");
        Browser.screenshot(page, "settings-faults");
        assertThat(admin.get("/api/v1/programs/" + program + "/settings").object().getJsonArray("windows")).isEmpty();
    }

    @Test
    void settingsThatSomebodyElseHasChangedAreNotOverwritten(Page page) {
        open(page, "/settings?program=" + program);
        var settings = "/api/v1/programs/" + program + "/settings";
        var theirs = """
                {"windows":[],"maxSections":7,"maxTimeslots":null,"capacityMultiplier":1,"capacityOffset":0}""";
        assertThat(admin.whateverItIs().put(settings, theirs).status()).isEqualTo(200);
        page.locator("#max-timeslots").fill("5");
        page.locator("#save").click();

        assertThat(page.locator("#messages")).containsText("Nothing was saved: somebody else has changed the settings");
        assertThat(page.locator("#max-timeslots")).hasValue("5");
        assertThat(admin.get(settings).object().isNull("maxTimeslots")).isTrue();
        page.navigate("/settings?program=" + program);
        assertThat(page.locator("#max-sections")).hasValue("7");
        page.locator("#max-timeslots").fill("5");
        page.locator("#save").click();
        assertThat(page.locator("#messages")).containsText("are saved");
        page.locator("#max-timeslots").fill("6");
        page.locator("#save").click();
        assertThat(page.locator("#messages")).containsText("are saved");
        assertThat(admin.get(settings).object().getInt("maxTimeslots")).isEqualTo(6);
    }

    private Answer enroll(int number) {
        return admin.post("/api/v1/programs/" + program + "/sections/X1s1/registrations",
                Json.createObjectBuilder().add("student", prefix + number).build());
    }

    private static void open(Page page, String path) {
        page.navigate(path);
        Browser.signIn(page, Running.ADMIN, Running.PASSWORD);
    }
}
