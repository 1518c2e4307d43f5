package org.classreg.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.classreg.system.Http.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two nodes on one PostgreSQL: a request that is repeated with its key is done once, on whichever node, before or after a restart. */
class IdempotencyIT {

    private static final String SECTION = "/api/v1/programs/once/sections/X1s1";
    private static final int REQUESTS = 16;

    private static Postgres postgres;
    private static MicroServer first;
    private static MicroServer second;

    @BeforeAll
    static void start() throws Exception {
        postgres = Postgres.start();
        first = node();
        second = node();
        assertThat(admin(first).post("/api/v1/imports/oneroster", RosterZip.small("once", "u"), "application/zip").status()).isEqualTo(200);
    }

    private static MicroServer node() {
        return MicroServer.start(postgres.environment());
    }

    private static Http admin(MicroServer node) {
        return Http.of(node.baseUri()).as(Running.ADMIN, Running.PASSWORD);
    }

    @AfterAll
    static void stop() throws IOException {
        first.stop();
        second.stop();
        postgres.close();
    }

    @Test
    void sentToBothNodesAtOnceItIsDoneOnceAndAnsweredAgainAfterARestart() throws Exception {
        var answers = atOnce(IntStream.range(0, REQUESTS)
                .mapToObj(i -> (Callable<Answer>) () -> register(i % 2 == 0 ? first : second)).toList());

        var done = answers.stream().filter(answer -> answer.status() == 201).toList();
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).as(answer.body()).isIn(201, 409));
        assertThat(answers.stream().filter(answer -> answer.status() == 409).map(Answer::body))
                .allSatisfy(body -> assertThat(body).contains("IN_PROGRESS"));
        assertThat(done.stream().filter(answer -> answer.header("Idempotency-Replayed").isEmpty())).hasSize(1);
        assertThat(done.stream().map(Answer::body).distinct()).hasSize(1);
        assertThat(admin(second).get("/api/v1/operations").array().stream().map(entry -> entry.asJsonObject().getString("kind"))
                .filter("register"::equals)).hasSize(1);

        first.kill();
        first = node();
        var again = register(first);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.body()).isEqualTo(done.get(0).body());
        assertThat(admin(first).get(URI.create(again.header("Location")).getPath()).object()).isEqualTo(again.object());
        assertThat(again.header("Location")).startsWith(first.baseUri().toString());
    }

    private static Answer register(MicroServer node) {
        var body = Json.createObjectBuilder().add("student", "u1").add("type", "Interested").build();
        return admin(node).with("Idempotency-Key", "once-and-for-all").post(SECTION + "/registrations", body);
    }

    @Test
    void aLotteryRunThatIsBegunWithAKeyIsDrawnOnce() throws Exception {
        admin(first).whateverItIs().put("/api/v1/students/u2/programs/once/preferences", "[{\"section\":\"X1s1\",\"type\":\"Priority/1\"}]");
        var request = Json.createObjectBuilder().add("mode", "classic").build();
        var runs = "/api/v1/programs/once/lottery/runs";
        var begun = Stream.of(first, second).map(node -> admin(node).with("Idempotency-Key", "run").post(runs, request)).toList();

        assertThat(begun).extracting(Answer::status).containsExactly(202, 202);
        assertThat(begun.get(1).body()).isEqualTo(begun.get(0).body());
        assertThat(admin(second).get(runs).array()).hasSize(1);
        var state = state(URI.create(begun.get(0).header("Location")).getPath());
        for (int tries = 0; tries < 60 && !state.equals("DONE"); tries++) {
            Thread.sleep(Duration.ofMillis(500).toMillis());
            state = state(URI.create(begun.get(0).header("Location")).getPath());
        }
        assertThat(state).isEqualTo("DONE");
    }

    private static String state(String run) {
        JsonObject found = admin(second).get(run).object();
        return found.getString("state");
    }

    private static List<Answer> atOnce(List<Callable<Answer>> requests) throws Exception {
        var threads = Executors.newFixedThreadPool(requests.size());
        try {
            return threads.invokeAll(requests).stream().map(IdempotencyIT::get).toList();
        } finally {
            threads.shutdown();
        }
    }

    private static Answer get(Future<Answer> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
