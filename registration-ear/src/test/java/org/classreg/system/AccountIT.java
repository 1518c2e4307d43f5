package org.classreg.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everybody who signs in to the console has a page for the own password and access tokens. */
@ExtendWith({Running.class, Browser.class})
class AccountIT {

    private static final String OLD = "heron on the jetty";
    private static final String NEW = "cellar door ajar";

    private final Http anonymous;
    private final Http admin;
    private final String teacher = "t" + UUID.randomUUID().toString().substring(0, 8);

    AccountIT(Http anonymous) {
        this.anonymous = anonymous;
        admin = anonymous.as(Running.ADMIN, Running.PASSWORD);
    }

    @BeforeEach
    void aTeacherWithAPassword() {
        var people = RosterZip.zip(Map.of(
                "orgs.csv", "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\norg,,,School,school,,\n",
                "users.csv", "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,grades\n"
                        + "U-%1$s,,,true,%1$s,,Grace,Hopper,\n".formatted(teacher),
                "roles.csv", "sourcedId,status,dateLastModified,userSourcedId,roleType,role,orgSourcedId\n"
                        + "R-%1$s,,,U-%1$s,primary,teacher,org\n".formatted(teacher)));
        assertThat(admin.post("/api/v1/imports/oneroster", people, "application/zip").status()).isEqualTo(200);
        assertThat(admin.put("/api/v1/people/" + teacher + "/password", "{\"password\":\"" + OLD + "\"}").status()).isEqualTo(204);
    }

    @Test
    void aPersonChangesThePasswordWithTheCurrentOneAndStaysSignedIn(Page page) {
        signIn(page, OLD);
        page.locator("#nav-account").click();

        change(page, "wrong", NEW, NEW);
        assertThat(page.locator("#fault-current")).hasText("This is not your password.");
        change(page, OLD, "password1234", "password1234");
        assertThat(page.locator("#fault-password")).containsText("among the first that are guessed");
        change(page, OLD, NEW, "cellar door");
        assertThat(page.locator("#fault-again")).hasText("This is not the same as the new password.");
        Browser.screenshot(page, "account-fault");
        change(page, OLD, NEW, NEW);
        assertThat(page.locator("#messages")).containsText("Your password is changed.");

        page.navigate("/account");
        assertThat(page.locator("#nav-account")).hasText(teacher);
        page.locator("#sign-out").click();
        signIn(page, NEW);
    }

    @Test
    void aTokenIsShownOnceWorksAndIsRevoked(Page page) {
        signIn(page, OLD);
        page.navigate("/account");
        assertThat(page.locator("#tokens")).containsText("You have no access tokens.");
        page.locator("#create-token").click();
        assertThat(page.locator("#fault-name")).containsText("A name has 1 to 100 characters.");

        page.locator("#token-name").fill("Kiosk");
        page.locator("#create-token").click();
        var secret = page.locator("#secret").textContent();
        assertThat(secret).startsWith("crt_");
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.locator("#copy").click();
        assertThat(page.locator("#copy")).hasText("Copied");
        assertThat(page.evaluate("() => navigator.clipboard.readText()")).isEqualTo(secret);
        assertThat(page.locator("#tokens")).containsText("never");
        Browser.screenshot(page, "account");

        var program = anonymous.with("Authorization", "Bearer " + secret);
        assertThat(program.get("/api/v1/me").status()).isEqualTo(200);
        page.navigate("/account");
        assertThat(page.locator("#issued")).hasCount(0);
        assertThat(page.locator("#tokens")).not().containsText("never");

        page.locator("[data-testid=revoke-Kiosk]").click();
        page.locator("#confirm-yes").click();
        assertThat(page.locator("#messages")).containsText("The token Kiosk is revoked.");
        assertThat(page.locator("#tokens")).containsText("You have no access tokens.");
        assertThat(program.get("/api/v1/me").status()).isEqualTo(401);
    }

    @Test
    void withoutAProviderNobodySignsInByOne(Page page) {
        page.navigate("/login");
        assertThat(page.locator("#submit")).isVisible();
        assertThat(page.locator("#provider")).hasCount(0);
        assertThat(anonymous.get("/login/oidc").status()).isEqualTo(404);
        assertThat(anonymous.get("/login/oidc/callback?code=x&state=y").status()).isEqualTo(404);
    }

    private void signIn(Page page, String password) {
        page.navigate("/login");
        Browser.signIn(page, teacher, password);
        assertThat(page).hasURL(Pattern.compile(".*/"));
    }

    private static void change(Page page, String current, String wanted, String again) {
        page.locator("#current").fill(current);
        page.locator("#password").fill(wanted);
        page.locator("#again").fill(again);
        page.locator("#change-password").click();
    }
}
