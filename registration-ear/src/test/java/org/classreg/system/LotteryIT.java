package org.classreg.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The lottery as its users meet it: by REST, on the command line and in the console. */
@ExtendWith({Running.class, Browser.class})
class LotteryIT {

    private final String prefix = "l" + UUID.randomUUID().toString().substring(0, 8);
    private final String program = "p-" + prefix;
    private final String runs = "/api/v1/programs/" + program + "/lottery/runs";
    private MicroServer server;
    private Http admin;

    @BeforeEach
    void program(MicroServer running, Http http) {
        server = running;
        admin = http.as(Running.ADMIN, Running.PASSWORD);
        admin.post("/api/v1/imports/oneroster", RosterZip.small(program, prefix), "application/zip");
        for (var student : List.of(1, 2, 3, 4)) {
            prefer(student, "X1s1", "Priority/1");
            prefer(student, "X2s1", "Priority/2");
        }
    }

    private void prefer(int student, String section, String type) {
        var answer = admin.post("/api/v1/programs/" + program + "/sections/" + section + "/registrations",
                "{\"student\":\"%s%d\",\"type\":\"%s\"}".formatted(prefix, student, type), "application/json");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    @Test
    void aRunIsDrawnExplainedComparedConvertedOnceAndUndone() throws Exception {
        var begun = admin.post(runs, "{\"mode\":\"balanced\",\"seed\":7,\"options\":{\"timeLimit\":20}}", "application/json");
        assertThat(begun.status()).isEqualTo(202);
        assertThat(begun.header("Location")).endsWith(runs + "/" + begun.object().getInt("id"));
        var first = done(begun.object());
        var second = done(admin.post(runs, "{\"mode\":\"classic\"}", "application/json").object());
        assertThat(first.getJsonObject("metrics").getInt("seats")).isEqualTo(3);
        assertThat(second.isNull("seed")).isTrue();
        assertThat(admin.get(runs).array()).hasSize(2);

        var run = runs + "/" + first.getInt("id");
        assertThat(admin.get(run + "/assignments.csv").body()).startsWith("student,section,type\n").hasLineCount(4);
        var explanation = admin.get(run + "/students/" + prefix + "1").object();
        assertThat(explanation.getJsonArray("wishes")).hasSize(2);
        assertThat(explanation.toString()).contains("\"askedBy\":{\"Priority/1\":4}");
        assertThat(admin.get(run + "/compare/" + second.getInt("id")).object().getBoolean("sameInput")).isTrue();

        var converted = admin.post(run + "/convert", "", "application/json");
        assertThat(converted.status()).as(converted.body()).isEqualTo(200);
        assertThat(converted.object().getInt("enrolled")).isEqualTo(3);
        assertThat(admin.post(run + "/convert", "", "application/json").object()).isEqualTo(converted.object());
        assertThat(admin.whateverItIs().delete(run).status()).isEqualTo(409);
        var broken = admin.post(runs + "/" + second.getInt("id") + "/convert", "", "application/json");
        assertThat(broken.status()).as(broken.body()).isIn(200, 409);
        var undone = admin.post("/api/v1/operations/" + converted.object().getInt("operation") + "/undo", "", "application/json");
        assertThat(undone.status()).isEqualTo(200);
        assertThat(admin.whateverItIs().delete(runs + "/" + done(admin.post(runs, "{}", "application/json").object()).getInt("id")).status()).isEqualTo(204);
    }

    @Test
    void anyoneReplaysAPublishedRunOnTheCommandLine() throws Exception {
        var run = runs + "/" + done(admin.post(runs, "{\"mode\":\"happiness\"}", "application/json").object()).getInt("id");
        var published = admin.post(run + "/publish", "", "application/json").object();
        var folder = Workplace.newDirectory();
        download(run + "/replay.zip", folder.resolve("input.zip"));

        var jar = Workplace.target().resolve("../../registration-ejb/target/registration-ejb.jar").normalize();
        var replay = new ProcessBuilder(Workplace.java(), "-jar", jar.toString(), "lottery", "--mode", "happiness",
                "--seed", published.getJsonNumber("seed").toString(), "input.zip", "out.csv")
                .directory(folder.toFile()).redirectErrorStream(true).start();

        assertThat(new String(replay.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).contains("\"stopped\": false");
        assertThat(Files.readString(folder.resolve("out.csv"))).isEqualTo(entry(folder.resolve("input.zip"), "plan.csv")).hasLineCount(4);
    }

    private void download(String path, Path file) throws Exception {
        var credentials = Base64.getEncoder().encodeToString((Running.ADMIN + ":" + Running.PASSWORD).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(server.baseUri().resolve(path)).header("Authorization", "Basic " + credentials).build();
        assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofFile(file)).statusCode()).isEqualTo(200);
    }

    private static String entry(Path zipped, String name) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(zipped)))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no " + name);
    }

    @Test
    void whatCannotBeIsAProblem() {
        assertThat(admin.post(runs, "{\"mode\":\"best\"}", "application/json").status()).isEqualTo(400);
        assertThat(admin.post(runs, "{\"seed\":-1}", "application/json").status()).isEqualTo(400);
        assertThat(admin.get(runs + "/1").status()).isEqualTo(404);
    }

    @Test
    void staffStartLookCompareExplainAndConvertInTheConsole(Page page) {
        page.navigate("/lottery?program=" + program);
        Browser.signIn(page, Running.ADMIN, Running.PASSWORD);
        page.locator("#start").click();
        assertThat(page.locator("#runs")).containsText("Done", soon());
        page.locator("#mode").selectOption("CLASSIC");
        page.locator("#start").click();
        assertThat(page.locator("#runs")).containsText("Classic", soon());
        assertThat(page.locator("#runs .tag.open")).hasCount(2, new LocatorAssertions.HasCountOptions().setTimeout(20_000));
        Browser.screenshot(page, "lottery");

        page.locator("#runs a").first().click();
        assertThat(page.locator("#measures")).containsText("Overall utility");
        Browser.screenshot(page, "lottery-run");
        page.locator("#compare").click();
        assertThat(page.locator("#measures")).containsText("First choices");
        Browser.screenshot(page, "lottery-compare");
        page.goBack();
        page.locator("#explain-student").fill(prefix + "1");
        page.locator("#explain").click();
        assertThat(page.locator("#wishes")).containsText("X2s1");
        Browser.screenshot(page, "lottery-student");
        page.goBack();
        page.locator("#open-convert").click();
        page.locator("#convert").click();
        assertThat(page.locator("#converted")).containsText("3 seats were given", soon());
        Browser.screenshot(page, "lottery-converted");
        page.locator("#convert-close").click();
        assertThat(page.locator("#state")).hasText("Converted");
        page.locator("#publish").click();
        assertThat(page.locator("#messages")).containsText("is published");
        var download = page.waitForDownload(() -> page.locator("#replay").click());
        assertThat(download.suggestedFilename()).matches(Pattern.compile("lottery-run-\\d+\\.zip"));
    }

    private JsonObject done(JsonObject run) throws Exception {
        for (var attempt = 0; attempt < 200; attempt++) {
            var now = admin.get(runs + "/" + run.getInt("id")).object();
            if (!List.of("QUEUED", "RUNNING").contains(now.getString("state"))) {
                assertThat(now.getString("state")).as(now.toString()).isEqualTo("DONE");
                return now;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("still not done: " + run);
    }

    private static LocatorAssertions.ContainsTextOptions soon() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(20_000);
    }
}
