package org.classreg.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Staff build a program in the browser, without an import. */
@ExtendWith({Running.class, Browser.class})
class BuildingIT {

    private static final String PASSWORD = "cellar door ajar";

    private final Http anonymous;
    private final String code = "b" + UUID.randomUUID().toString().substring(0, 8);

    BuildingIT(Http anonymous) {
        this.anonymous = anonymous;
    }

    @Test
    void aProgramIsBuiltAndSomebodyEnrolledInIt(Page page) {
        open(page, "/");
        page.locator("#new-program").click();
        page.locator("#title").fill("Built in the browser");
        page.locator("#code").fill("a/b");
        page.locator("#startsOn").fill("2027-03-06");
        page.keyboard().press("Enter");
        assertThat(page.locator("#fault-code")).containsText("letters, digits");
        page.locator("#code").fill(code);
        page.locator("#timeZone").selectOption("America/New_York");
        Browser.screenshot(page, "building-program");
        page.locator("#save").click();

        page.locator("#no-category a").click();
        page.locator("#symbol").fill("E");
        page.locator("#title").fill("Engineering");
        page.keyboard().press("Enter");
        assertThat(page.locator("#categories")).containsText("Engineering");
        Browser.screenshot(page, "categories");

        page.navigate("/timeslots?program=" + code);
        page.locator("#start").fill("09:00");
        page.locator("#minutes").fill("50");
        page.locator("#pause").fill("10");
        page.locator("#count").fill("4");
        page.locator("#lunch").fill("3");
        page.locator("#add").click();
        assertThat(page.locator("#timeslots")).containsText("Sat 6 Mar 2027 12:00");
        assertThat(page.locator("#timeslots .tag.yes")).hasCount(1);
        Browser.screenshot(page, "building-timeslots");

        page.navigate("/building-rooms?program=" + code);
        page.locator("#name").fill("10-250");
        page.locator("#seats").fill("many");
        page.keyboard().press("Enter");
        assertThat(page.locator("#fault-seats")).containsText("is not a whole number");
        page.locator("#seats").fill("3");
        page.keyboard().press("Enter");
        assertThat(page.locator("#rooms")).containsText("10-250");

        page.navigate("/classes?program=" + code);
        page.locator("#title").fill("Build a Radio");
        page.keyboard().press("Enter");
        assertThat(page.locator("#classes")).containsText("E1");
        page.locator("[aria-label='Add a section of E1']").click();
        page.locator("#room").selectOption("10-250");
        page.locator("#times input").first().check();
        page.locator("#save-section").click();
        assertThat(page.locator("#classes")).containsText("0 of 3");
        Browser.screenshot(page, "building-classes");
        page.setViewportSize(400, 800);
        Browser.screenshot(page, "building-classes-narrow");
        page.setViewportSize(1280, 800);

        page.navigate("/people?q=" + code);
        page.locator("#username").fill(code);
        page.locator("#givenName").fill("Ada");
        page.locator("#familyName").fill("Lin");
        page.keyboard().press("Enter");
        assertThat(page.locator("#people")).containsText("Ada Lin");
        Browser.screenshot(page, "people");
        page.locator("[aria-label='Edit " + code + "']").click();
        page.locator("#new-password").fill("short");
        page.locator("#new-password").press("Enter");
        assertThat(page.locator("#fault-new-password")).containsText("12");
        page.locator("#new-password").fill(PASSWORD);
        page.locator("#set-password").click();
        assertThat(page.locator("#messages")).containsText("Ada Lin can sign in with the new password");
        Browser.screenshot(page, "people-edit");
        assertThat(anonymous.as(code, PASSWORD).get("/api/v1/me").status()).isEqualTo(200);

        page.navigate("/roster?program=" + code + "&section=E1s1");
        page.locator("#student_input").pressSequentially(code);
        page.locator(".ui-autocomplete-item").first().click();
        page.locator("#enroll").click();
        assertThat(page.locator("#roster")).containsText("Ada Lin");

        page.navigate("/classes?program=" + code);
        page.locator("[aria-label='Delete E1s1']").click();
        assertThat(page.locator("#confirm")).containsText("Delete E1s1?");
        Browser.screenshot(page, "delete");
        page.locator("#confirm-yes").click();
        assertThat(page.locator("#messages")).containsText("E1s1 has registrations");
        page.navigate("/journal");
        assertThat(page.locator("#operations")).containsText("Created a program");

        page.navigate("/program?program=" + code);
        page.locator("#delete").click();
        page.locator("#confirm-yes").click();
        assertThat(page.locator("#messages")).containsText(code + " has registrations");
    }

    @Test
    void aProgramThatNobodyRegisteredInIsDeletedWithAllThatWasBuiltOfIt(Page page) {
        var admin = anonymous.as(Running.ADMIN, Running.PASSWORD);
        assertThat(admin.post("/api/v1/programs", "{\"code\":\"%s\",\"title\":\"Soon gone\",\"timeZone\":\"UTC\",\"startsOn\":null,\"endsOn\":null}"
                .formatted(code), "application/json").status()).isEqualTo(201);
        open(page, "/categories?program=" + code);
        page.locator("#symbol").fill("E");
        page.locator("#title").fill("Engineering");
        page.keyboard().press("Enter");
        page.locator("[aria-label='Edit E']").click();
        assertThat(page.locator("#title")).isFocused();
        page.locator("#title").fill("Making");
        page.locator("#save").click();
        assertThat(page.locator("#categories")).containsText("Making");

        page.navigate("/program?program=" + code);
        Browser.screenshot(page, "program-delete");
        page.locator("#delete").click();
        page.locator("#confirm-yes").click();

        assertThat(page.locator("#programs")).isVisible();
        assertThat(page.locator("#programs")).not().containsText("Soon gone");
        assertThat(admin.get("/api/v1/programs/" + code).status()).isEqualTo(404);
    }

    @Test
    void anOfficeAddsChangesAndDeletesATypeOfItsOwn(Page page) {
        open(page, "/");
        page.locator("#to-types").click();
        page.locator("#name").fill("Priority/9");
        page.locator("#description").fill("x");
        page.keyboard().press("Enter");
        assertThat(page.locator("#fault-name")).containsText("built in");
        page.locator("#name").fill(code);
        page.locator("#description").fill("Has applied for it");
        page.keyboard().press("Enter");
        assertThat(page.locator("#types")).containsText("Has applied for it");

        page.locator("[aria-label='Edit " + code + "']").click();
        assertThat(page.locator("#description")).isFocused();
        page.locator("#description").fill("Wants it");
        page.locator("#preference").check();
        page.locator("#save").click();
        assertThat(page.locator("#types tr").filter(new Locator.FilterOptions().setHasText("Wants it"))).containsText("Wish");
        Browser.screenshot(page, "types");

        page.locator("[aria-label='Delete " + code + "']").click();
        page.locator("#confirm-yes").click();
        assertThat(page.locator("#messages")).containsText("The type " + code + " is deleted.");
        assertThat(page.locator("#types")).not().containsText("Wants it");
    }

    private static void open(Page page, String path) {
        page.navigate(path);
        Browser.signIn(page, Running.ADMIN, Running.PASSWORD);
    }
}
