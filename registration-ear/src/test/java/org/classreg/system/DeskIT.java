package org.classreg.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import jakarta.json.Json;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.classreg.system.Http.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The daily work at the registration desk, by keyboard, in a real browser. */
@ExtendWith({Running.class, Browser.class})
class DeskIT {

    private final Http admin;
    private final String prefix = "d" + UUID.randomUUID().toString().substring(0, 8);
    private final String program = "p-" + prefix;

    DeskIT(Http anonymous) {
        admin = anonymous.as(Running.ADMIN, Running.PASSWORD);
    }

    @BeforeEach
    void aSmallProgramIsImported() {
        assertThat(admin.post("/api/v1/imports/oneroster", RosterZip.small(program, prefix), "application/zip").status()).isEqualTo(200);
    }

    @Test
    void aSmallerSectionIsPreviewedAppliedAndUndone(Page page) {
        enroll(1, "X1s1");
        enroll(2, "X1s1");
        open(page, "/section-change", "&section=X1s1");

        page.locator("#max-students").fill("many");
        page.keyboard().press("Enter");
        assertThat(page.locator("#fault-max-students")).hasText("\"many\" is not a whole number.");
        page.locator("#max-students").fill("1");
        page.keyboard().press("Enter");
        assertThat(page.locator("#concerned tbody tr")).hasCount(1);
        assertThat(page.locator("#concerned")).containsText("Student Number2");
        Browser.screenshot(page, "section-change-preview");
        page.locator("[id='treatment:1']").check();
        page.keyboard().press("Enter");

        assertThat(page.locator("#messages")).containsText("X1s1 is changed; 1 student waits now.");
        assertThat(page.locator("#as-it-is")).containsText("1 of 1 seats taken");
        page.locator("#undo-this").click();
        page.locator("#undo").click();
        assertThat(page.locator("#messages")).containsText("was undone");
        assertThat(students("X1s1", "Enrolled")).isEqualTo(2);
        assertThat(students("X1s1", "Waitlist")).isZero();
    }

    @Test
    void aMeetingWithoutATimeslotSaysSoAndOneLessFreesTheStudents(Page page) {
        enroll(1, "X1s1");
        open(page, "/section-change", "&section=X1s1");
        page.locator("#add-meeting").click();
        assertThat(page.locator("[id='meeting:1:timeslot']")).isFocused();
        page.locator("#preview").click();
        assertThat(page.locator("#fault-meeting-1")).hasText("Choose a timeslot.");

        page.locator("[id='meeting:1:remove']").click();
        page.locator("[id='meeting:0:remove']").click();
        page.locator("#preview").click();
        assertThat(page.locator("#nobody-concerned")).isVisible();
        page.locator("#apply").click();

        assertThat(page.locator("#messages")).containsText("X1s1 is changed.");
        assertThat(page.locator("#as-it-is")).containsText("Now without times");
    }

    @Test
    void whatIsInTheWayIsNamedAndSwapped(Page page) {
        enroll(1, "X1s1");
        open(page, "/roster", "&section=X2s1");

        page.locator("#student_input").pressSequentially(prefix + "1");
        page.locator(".ui-autocomplete-item").first().click();
        assertThat(page.locator("#in-the-way")).containsText("X1s1 · Course One · Sat 7 Mar 10:00–11:00");
        Browser.screenshot(page, "roster-swap");
        page.locator("#swap").press("Enter");

        assertThat(page.locator("#messages")).containsText("Student Number1 Enrolled in X2s1.");
        assertThat(students("X1s1", "Enrolled")).isZero();
        assertThat(students("X2s1", "Enrolled")).isEqualTo(1);
    }

    @Test
    void aListIsRegisteredLineByLineAndWhatFailedStays(Page page) {
        open(page, "/list", "");
        page.locator("#file").setInputFiles(new FilePayload("list.csv", "text/csv",
                "username,section\n%1$s1,X1s1\nnobody,X1s1\n%1$s2\n%1$s3;X1s2\n".formatted(prefix).getBytes()));
        assertThat(page.locator("#text")).hasValue("username,section\n%1$s1,X1s1\nnobody,X1s1\n%1$s2\n%1$s3;X1s2\n".formatted(prefix));
        page.locator("#register").press("Enter");

        assertThat(page.locator("#messages")).containsText("2 of 4 lines registered.");
        assertThat(page.locator("#outcomes")).containsText("There is no person \"nobody\".");
        assertThat(page.locator("#outcomes")).containsText("A section is needed, such as " + prefix + "2,E1234s1.");
        Browser.screenshot(page, "list");
        page.locator("#keep-failed").click();
        assertThat(page.locator("#text")).hasValue("nobody,X1s1\n" + prefix + "2");
        assertThat(students("X1s1", "Enrolled") + students("X1s2", "Enrolled")).isEqualTo(2);
    }

    @Test
    void attendanceIsTakenByKeyboardAndSavedAsOneOperation(Page page) {
        enroll(1, "X1s1");
        enroll(2, "X1s1");
        open(page, "/attendance", "&section=X1s1");

        page.keyboard().press("/");
        page.keyboard().type("number2");
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-testid=present-" + prefix + "2]")).isChecked();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Space");
        assertThat(page.locator("#marks")).containsText("2 of 2 present, 2 not saved");
        page.setViewportSize(400, 800);
        Browser.screenshot(page, "attendance");
        page.keyboard().press("Enter");

        assertThat(page.locator("#messages")).containsText("Attendance of X1s1 is saved: 2 of 2 present.");
        assertThat(students("X1s1", "Attended")).isEqualTo(2);
        page.locator("#undo-this").click();
        assertThat(page.locator("#outlook-ended")).hasText("2");
    }

    @Test
    void aStudentIsEnrolledInAClassWhicheverSectionFits(Page page) {
        enroll(1, "X2s1");
        open(page, "/student", "&student=" + prefix + "1");

        page.locator("#class").fill("X1");
        page.keyboard().press("Enter");
        assertThat(page.locator("#messages")).containsText("Student Number1 Enrolled in X1s2.");
        assertThat(page.locator("#schedule")).containsText("X1s2");
        assertThat(page.locator("#class")).isFocused();

        page.keyboard().type("X1");
        page.locator("#enroll-in-class").click();
        assertThat(page.locator("#class-outcome")).containsText("Already enrolled in X1s2");
        page.locator("#class").fill("X9");
        page.locator("#enroll-in-class").click();
        assertThat(page.locator("#class-outcome")).containsText("There is no class");
    }

    @Test
    void anOverrideIsGrantedUsedAndEnded(Page page) {
        enroll(2, "X2s1");
        open(page, "/student", "&student=" + prefix + "1");

        page.locator("#override-kind").selectOption("FULL");
        page.locator("#override-where").fill("X3");
        page.locator("#override-until").fill("2020-01-01T00:00");
        page.locator("#override-where").press("Enter");
        assertThat(page.locator("#fault-reason")).hasText("A reason of at most 300 characters is needed.");
        page.locator("#reason").fill("Sister of a teacher");
        page.locator("#override-until").fill("");
        page.locator("#reason").press("Enter");
        assertThat(page.locator("#fault-where")).containsText("There is no class");
        page.locator("#override-where").fill("X2s1");
        page.locator("#override-where").press("Enter");

        assertThat(page.locator("#overrides")).containsText("Sister of a teacher");
        Browser.screenshot(page, "student-overrides");
        enroll(1, "X2s1");
        page.locator("[id='granted:0:end']").click();
        assertThat(page.locator("#overrides")).containsText("Ended");
        assertThat(page.locator("[id='granted:0:end']")).hasCount(0);
    }

    @Test
    void whoHasNotComeIsShownAndThenUnenrolledWithAReason(Page page) {
        enroll(1, "X1s1");
        enroll(2, "X1s1");
        admin.post("/api/v1/programs/" + program + "/checkins", Json.createObjectBuilder().add("student", prefix + "1").build());
        open(page, "/missing", "");

        page.locator("#by").fill("2100-01-01T00:00");
        page.keyboard().press("Enter");
        assertThat(page.locator("#missing-seats")).hasText("1");
        assertThat(page.locator("#who")).containsText("Student Number2");
        assertThat(page.locator("#reason")).isFocused();
        Browser.screenshot(page, "missing");
        page.keyboard().type("Not there by noon");
        page.keyboard().press("Enter");

        assertThat(page.locator("#messages")).containsText("1 seat ended.");
        assertThat(students("X1s1", "Enrolled")).isEqualTo(1);
        page.navigate("/journal");
        assertThat(page.locator("#operations_data")).containsText("Not there by noon");
    }

    @Test
    void aCapByGradesBindsAndOneOutOfRangeSaysSo(Page page) {
        open(page, "/settings", "");
        page.locator("#add-cap").click();
        assertThat(page.locator("[id='cap:0:grade-min']")).isFocused();
        page.locator("[id='cap:0:grade-min']").fill("12");
        page.locator("[id='cap:0:grade-max']").fill("9");
        page.locator("#save").click();
        assertThat(page.locator("#fault-most-0")).hasText("How many students is needed.");
        assertThat(page.locator("#fault-grade-max-0")).hasText("The last grade is not below the first.");

        page.locator("[id='cap:0:grade-min']").fill("9");
        page.locator("[id='cap:0:most']").fill("0");
        page.locator("[id='cap:0:grade-max']").fill("10");
        page.locator("[id='cap:0:grade-max']").press("Enter");
        assertThat(page.locator("#messages")).containsText("are saved");
        Browser.screenshot(page, "settings-caps");
        var refused = admin.post("/api/v1/programs/" + program + "/sections/X1s1/registrations",
                Json.createObjectBuilder().add("student", prefix + "1").build());
        assertThat(refused.object().getJsonArray("reasons").getJsonObject(0).getString("code")).isEqualTo("PROGRAM_FULL");
    }

    @Test
    void whatChangedIsDrawnAndListedAndTheSectionsAreSeenAsTheyWere(Page page) {
        enroll(1, "X1s1");
        var then = Instant.now();
        enroll(2, "X1s1");
        open(page, "/changes", "&from=" + then);

        assertThat(page.locator("#came tbody tr")).hasCount(1);
        assertThat(page.locator("#came")).containsText("Student Number2");
        assertThat(page.locator("#came")).containsText("admin for " + prefix + "2 (registered)");
        assertThat(page.locator(".trend-now")).hasText("2");
        assertThat(page.locator(".trend-drawing")).hasAttribute("aria-label", Pattern.compile("Enrolled: 1 on .*, 2 on .*"));
        Browser.screenshot(page, "changes");
        page.navigate("/changes?program=" + program + "&section=X1s2&from=" + then);
        assertThat(page.locator("#came")).hasCount(0);

        page.navigate("/sections?program=" + program + "&at=" + then);
        assertThat(page.locator("#past")).containsText("These are the seats taken on");
        assertThat(page.locator("[data-fill='section X1s1'] .numbers")).hasText("1 of 2");
        page.navigate("/rooms?program=" + program);
        assertThat(page.locator("#grid")).containsText("X1s1 2/2");
        Browser.screenshot(page, "rooms");
    }

    private Answer enroll(int number, String section) {
        var answer = admin.post("/api/v1/programs/" + program + "/sections/" + section + "/registrations",
                Json.createObjectBuilder().add("student", prefix + number).build());
        assertThat(answer.status()).isEqualTo(201);
        return answer;
    }

    private int students(String section, String type) {
        return admin.get("/api/v1/programs/" + program + "/sections/" + section + "/roster?type=" + type).array().size();
    }

    private void open(Page page, String path, String more) {
        page.navigate(path + "?program=" + program + more);
        Browser.signIn(page, Running.ADMIN, Running.PASSWORD);
    }
}
