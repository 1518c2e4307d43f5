package org.classreg.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People sign in to the console by a real OpenID provider, in a real browser. Runs with the profile oidc alone: {@code ./mvnw verify -Poidc}. */
@ExtendWith({Keycloak.class, Running.class, Browser.class})
class OpenIdTrial {

    private static final String CALLBACK = "/login/oidc/callback";

    private final Http admin;

    OpenIdTrial(Http anonymous) {
        admin = anonymous.as(Running.ADMIN, Running.PASSWORD);
    }

    @BeforeEach
    void threeOfTheFourAreKnownAndOneIsSwitchedOff() {
        importPeople(true);
    }

    private void importPeople(boolean isHopperEnabled) {
        var answer = admin.post("/api/v1/imports/oneroster", RosterZip.zip(Map.of(
                "orgs.csv", "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\norg,,,School,school,,\n",
                "users.csv", """
                        sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,grades
                        U-ada,,,true,ada,,Ada,Lovelace,
                        U-grace,,,%s,grace,,Grace,Hopper,
                        U-switched-off,,,false,switched-off,,Switched,Off,
                        """.formatted(isHopperEnabled),
                "roles.csv", """
                        sourcedId,status,dateLastModified,userSourcedId,roleType,role,orgSourcedId
                        R-ada,,,U-ada,primary,teacher,org
                        R-grace,,,U-grace,primary,teacher,org
                        R-switched-off,,,U-switched-off,primary,teacher,org
                        """)), "application/zip");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void whoIsKnownHereSignsInGoesOnToThePageAskedForAndOutAgain(Page page) {
        page.navigate("/account?x=1");
        var before = session(page);
        assertThat(page.locator("#provider")).hasText("Sign in with School ID");
        Browser.screenshot(page, "sign-in-with-provider");

        signInAtProvider(page, "ada");

        assertThat(page).hasURL(Pattern.compile(".*/account\\?x=1"));
        assertThat(page.locator("#nav-account")).hasText("ada");
        assertThat(session(page)).isNotEqualTo(before);
        assertThat(page.locator("#nav-journal")).hasCount(0);

        page.locator("#sign-out").click();
        assertThat(page).hasURL(Pattern.compile(".*/login"));
        page.navigate("/account");
        assertThat(page).hasURL(Pattern.compile(".*/login\\?from=.*"));
    }

    @Test
    void whoIsNotKnownHereIsToldSo(Page page) {
        page.navigate("/login");
        signInAtProvider(page, "stranger");

        assertRefused(page, "School ID knows you as stranger, but nobody here has this username.");
        Browser.screenshot(page, "sign-in-unknown");
    }

    @Test
    void whoIsSwitchedOffIsNotLetIn(Page page) {
        page.navigate("/login");
        signInAtProvider(page, "switched-off");

        assertRefused(page, "Your account here is switched off.");
    }

    @Test
    void whoIsSwitchedOffMeanwhileIsOutWithTheNextPage(Page page) {
        page.navigate("/account");
        signInAtProvider(page, "grace");
        assertThat(page.locator("#nav-account")).hasText("grace");

        importPeople(false);

        page.navigate("/account");
        assertThat(page).hasURL(Pattern.compile(".*/login\\?from=.*"));
    }

    @Test
    void anAnswerWithAnotherStateIsRefused(Page page) {
        changeAnswer(page, address -> address.replaceFirst("state=[^&]+", "state=of-somebody-else"));
        page.navigate("/login");
        signInAtProvider(page, "ada");

        assertRefused(page, "This is not the answer to a sign-in that was begun here.");
    }

    @Test
    void anAnswerWithAnotherCodeIsRefused(Page page) {
        changeAnswer(page, address -> address.replaceFirst("code=[^&]+", "code=of-somebody-else"));
        page.navigate("/login");
        signInAtProvider(page, "ada");

        assertRefused(page, "School ID has not confirmed the sign-in.");
    }

    @Test
    void anAnswerOfAnotherProviderIsRefused(Page page) {
        changeAnswer(page, address -> address.replaceFirst("iss=[^&]+", "iss=https%3A%2F%2Felsewhere.example"));
        page.navigate("/login");
        signInAtProvider(page, "ada");

        assertRefused(page, "This is the answer of another provider.");
    }

    @Test
    void anAnswerIsGoodOnceAndForTheBrowserThatAsked(Page page) {
        var answers = new ArrayList<String>();
        changeAnswer(page, address -> {
            answers.add(address);
            return address;
        });
        page.navigate("/account");
        signInAtProvider(page, "ada");
        assertThat(page.locator("#nav-account")).hasText("ada");
        page.context().clearCookies();

        page.unrouteAll();
        page.navigate(answers.get(0));

        assertRefused(page, "No sign-in was begun in this browser, or it has ended.");
    }

    /** Stands between the provider and the browser: the answer that the browser is sent back with is changed on its way. */
    private static void changeAnswer(Page page, UnaryOperator<String> change) {
        page.route(Pattern.compile(".*/login-actions/authenticate.*"), route -> {
            if (!route.request().method().equals("POST")) {
                route.resume();
                return;
            }
            var address = route.fetch(new Route.FetchOptions().setMaxRedirects(0)).headers().get("location");
            assertThat(address).contains(CALLBACK);
            var elsewhere = change.apply(address).replace("&", "&amp;");
            route.fulfill(new Route.FulfillOptions().setContentType("text/html")
                    .setBody("<!DOCTYPE html><meta http-equiv='refresh' content='0;url=" + elsewhere + "'>"));
        });
    }

    private static void signInAtProvider(Page page, String username) {
        page.locator("#provider").click();
        page.locator("#username").fill(username);
        page.locator("#password").fill("password-of-" + username);
        page.locator("#kc-login").click();
    }

    private static void assertRefused(Page page, String words) {
        assertThat(page.locator("#messages")).containsText(words);
        assertThat(page.locator("#sign-out")).hasCount(0);
        assertThat(page.locator("#provider")).isVisible();
    }

    private static String session(Page page) {
        return page.context().cookies().stream().filter(cookie -> cookie.name.equals("JSESSIONID")).findFirst().orElseThrow().value;
    }
}
