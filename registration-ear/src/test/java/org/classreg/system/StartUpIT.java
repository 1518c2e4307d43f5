package org.classreg.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the person sees who starts the program. */
class StartUpIT {

    private static final Pattern LINE = Pattern.compile(
            "Class Registration is ready at (http://localhost:\\d+/) - sign in as (\\S+), password: (.+) \\(started in [\\d.]+ s, [\\d.]+ CPU s\\)");

    @Test
    void theFirstStartPrintsADrawnPasswordOnceAndTheOfficeKeepsIt(@TempDir Path data) {
        String password;
        try (var server = embedded(data, Map.of())) {
            var line = line(server);
            password = line.group(3);
            assertThat(server.log().strip()).endsWith(line.group());
            assertThat(line.group(2)).isEqualTo("admin");
            assertThat(password).matches("[a-z2-9]{4}(-[a-z2-9]{4}){3}");
            var admin = Http.of(server.baseUri()).as("admin", password);
            assertThat(admin.get("/api/v1/programs").array()).extracting(program -> program.asJsonObject().getString("code"))
                    .containsExactly("splash-2026-fall");
        }
        try (var server = embedded(data, Map.of())) {
            assertThat(line(server).group(3)).isEqualTo("the password that the first start printed");
            assertThat(server.log()).doesNotContain(password);
            assertThat(Http.of(server.baseUri()).as("admin", password).get("/api/v1/programs").array()).hasSize(1);
        }
    }

    @Test
    void aDatabaseOfTheEnvironmentGetsItsAdministratorAndNothingMadeUp(@TempDir Path data) {
        var url = "jdbc:h2:file:" + data.resolve("given");
        try (var server = MicroServer.start(Map.of("REGISTRATION_DB_URL", url))) {
            var line = line(server);
            assertThat(line.group(2)).isEqualTo("-");
            assertThat(line.group(3)).startsWith("nobody yet: set REGISTRATION_ADMIN_USER");
        }
        var administrator = new HashMap<>(Running.administrator());
        administrator.put("REGISTRATION_DB_URL", url);
        administrator.put("REGISTRATION_RATE_LIMIT", "20");
        try (var server = MicroServer.start(administrator)) {
            assertThatOneTooManyIsRefused(Http.of(server.baseUri()));
            assertThat(Http.of(server.baseUri()).as(Running.ADMIN, Running.PASSWORD).get("/api/v1/programs").array()).isEmpty();
        }
    }

    private static void assertThatOneTooManyIsRefused(Http http) {
        var granted = IntStream.range(0, 20).mapToObj(i -> http.get("/api/v1/programs")).toList();
        assertThat(granted.get(0).header("RateLimit")).isEqualTo("\"default\";r=19;t=3");
        assertThat(granted).extracting(Http.Answer::status).containsOnly(401);

        var refused = Stream.generate(() -> http.get("/api/v1/programs")).limit(100).filter(answer -> answer.status() == 429).findFirst().orElseThrow();
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("RateLimit")).matches("\"default\";r=0;t=[123]");
        assertThat(refused.header("Retry-After")).matches("[123]");
        assertThat(refused.object().getString("type")).isEqualTo("/problems#too-many-requests");
    }

    private static MicroServer embedded(Path data, Map<String, String> environment) {
        return MicroServer.startIn(data, environment);
    }

    private static MatchResult line(MicroServer server) {
        server.await(ServerProcess.logs("Class Registration is ready"));
        var matcher = LINE.matcher(server.log());
        assertThat(matcher.find()).as(server.log()).isTrue();
        return matcher.toMatchResult();
    }
}
