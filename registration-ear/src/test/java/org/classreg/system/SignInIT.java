package org.classreg.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import jakarta.json.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.classreg.system.Http.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who gets in, how long, and what keeps others out: over HTTP and in a real browser. */
@ExtendWith({Running.class, Browser.class})
class SignInIT {

    private static final String STUDENTS_PASSWORD = "heron on the jetty";

    private final Http anonymous;
    private final Http admin;
    private final String prefix = "a" + UUID.randomUUID().toString().substring(0, 8);

    SignInIT(Http anonymous) {
        this.anonymous = anonymous;
        admin = anonymous.as(Running.ADMIN, Running.PASSWORD);
    }

    @Test
    void aTokenReadsOrWritesUntilItIsRevokedAndMakesNoOthers() {
        var student = signedIn();
        var read = issue(student, "read").object();
        var write = bearer(issue(student, "write").object().getString("secret"));
        var reader = bearer(read.getString("secret"));

        assertThat(reader.get("/api/v1/me").body()).isEqualTo("{\"roles\":[\"student\"],\"username\":\"" + prefix + "1\"}");
        assertProblem(reader.put("/api/v1/me/password", "{}"), 403);
        assertProblem(write.post("/api/v1/imports/oneroster", new byte[0], "application/zip"), 403);
        assertProblem(issue(write, "write"), 403);
        assertProblem(write.get("/api/v1/me/tokens"), 403);
        assertThat(student.get("/api/v1/me/tokens").body()).contains("kiosk").doesNotContain(read.getString("secret"));

        assertThat(student.delete("/api/v1/me/tokens/" + read.getInt("id")).status()).isEqualTo(204);
        var refused = reader.get("/api/v1/me");
        assertProblem(refused, 401);
        assertThat(refused.headers().allValues("WWW-Authenticate")).anyMatch(challenge -> challenge.contains("error=\"invalid_token\""));
        assertProblem(student.post("/api/v1/me/tokens", "{\"name\":\"\",\"scope\":\"all\",\"expiresAt\":\"2020-01-01T00:00:00Z\"}",
                "application/json"), 400);
    }

    @Test
    void guessesWaitAndTheRightPasswordThenToo() {
        var student = signedIn();
        for (int i = 0; i < 5; i++) {
            assertProblem(anonymous.as(prefix + "1", "wrong").get("/api/v1/me"), 401);
        }

        var refused = student.get("/api/v1/me");

        assertProblem(refused, 429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 15);
        assertThat(admin.get("/api/v1/me").status()).isEqualTo(200);
    }

    @Test
    void manyGuessesAtOnceAreNotManyBeforeTheFirstIsCounted() {
        var statuses = IntStream.range(0, 30).parallel()
                .mapToObj(i -> anonymous.as(prefix, "guess" + i).get("/api/v1/me").status()).toList();

        assertThat(statuses).filteredOn(status -> status == 401).hasSize(5);
        assertThat(statuses).filteredOn(status -> status == 429).hasSize(25);
    }

    @Test
    void peopleChangeTheirOwnPassword() {
        var student = signedIn();

        assertProblem(student.put("/api/v1/me/password", "{\"current\":\"" + STUDENTS_PASSWORD + "\",\"password\":\"password1234\"}"), 400);
        assertThat(student.put("/api/v1/me/password", "{\"current\":\"" + STUDENTS_PASSWORD + "\",\"password\":\"cellar door ajar\"}").status())
                .isEqualTo(204);
        assertProblem(student.get("/api/v1/me"), 401);
        assertThat(anonymous.as(prefix + "1", "cellar door ajar").get("/api/v1/me").status()).isEqualTo(200);
    }

    @Test
    void theApiTakesNoSessionUnderWhateverSpelling(Page page) {
        page.navigate("/login");
        var before = session(page);
        signIn(page);
        var cookie = session(page);
        assertThat(cookie.value).isNotEqualTo(before.value);
        assertThat(cookie.httpOnly).isTrue();
        assertThat(cookie.sameSite.name()).isEqualTo("LAX");
        var browser = anonymous.with("Cookie", cookie.name + "=" + cookie.value);

        assertThat(browser.get("/").status()).isEqualTo(200);
        for (var path : new String[] {"/api/v1/me", "/%61pi/v1/me", "/api;x=y/v1/me", "/./api/v1/me", "/api//v1/me"}) {
            assertThat(browser.get(path).status()).as(path).isIn(400, 401, 404);
            assertThat(browser.post(path, "{}", "application/json").status()).as(path).isIn(400, 401, 403, 404);
        }
        page.locator("#sign-out").click();
        assertThat(page).hasURL(Pattern.compile(".*/login"));
        assertThat(browser.get("/").status()).isEqualTo(302);
    }

    @Test
    void aPageOfAnotherSiteChangesNothing(Page page) {
        page.navigate("/login");
        signIn(page);
        var cookie = session(page);
        var foreign = anonymous.with("Cookie", cookie.name + "=" + cookie.value);
        var form = "account=account&sign-out=Sign+out&jakarta.faces.ViewState=";

        assertThat(foreign.with("Sec-Fetch-Site", "cross-site").post("/index.xhtml", form, "application/x-www-form-urlencoded").status())
                .isEqualTo(403);
        foreign.post("/index.xhtml", form + "-1:1", "application/x-www-form-urlencoded");
        assertThat(foreign.get("/").status()).isEqualTo(200);
    }

    @Test
    void everyAnswerHasTheSecurityHeaders() {
        for (var path : new String[] {"/login", "/", "/api/v1/programs", "/nothing", "/health", "/problems"}) {
            var answer = anonymous.get(path);
            assertThat(answer.header("Content-Security-Policy")).as(path).contains("frame-ancestors 'none'");
            assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).as(path).isEqualTo("same-origin");
            assertThat(answer.header("Permissions-Policy")).as(path).contains("camera=()");
            assertThat(answer.header("Cache-Control")).as(path).contains("no-store");
        }
        assertThat(String.join(";", anonymous.get("/login").headers().allValues("Content-Security-Policy")))
                .containsPattern("script-src 'self' 'nonce-[^']+'");
        assertThat(anonymous.get("/login").header("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void behindTlsTheCookieIsSecureAndTheBrowserIsToldToStay() {
        var answer = anonymous.with("X-Forwarded-Proto", "https").get("/login");

        assertThat(answer.header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
        assertThat(answer.header("Set-Cookie")).contains("Secure").contains("HttpOnly").containsIgnoringCase("SameSite=Lax");
    }

    private Http signedIn() {
        admin.post("/api/v1/imports/oneroster", RosterZip.small("p-" + prefix, prefix), "application/zip");
        assertThat(admin.put("/api/v1/people/" + prefix + "1/password", "{\"password\":\"" + STUDENTS_PASSWORD + "\"}").status()).isEqualTo(204);
        return anonymous.as(prefix + "1", STUDENTS_PASSWORD);
    }

    private Answer issue(Http caller, String scope) {
        return caller.post("/api/v1/me/tokens", Json.createObjectBuilder().add("name", "kiosk").add("scope", scope)
                .add("expiresAt", Instant.now().plus(1, ChronoUnit.DAYS).toString()).build());
    }

    private Http bearer(String secret) {
        return anonymous.with("Authorization", "Bearer " + secret);
    }

    private static void signIn(Page page) {
        Browser.signIn(page, Running.ADMIN, Running.PASSWORD);
    }

    private static Cookie session(Page page) {
        return page.context().cookies().stream().filter(cookie -> cookie.name.equals("JSESSIONID")).findFirst().orElseThrow();
    }

    private static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }
}
