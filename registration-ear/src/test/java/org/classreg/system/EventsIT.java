package org.classreg.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The event stream of seats as a client meets it: what it begins with, how it goes on after a cut, and what is too much. */
@ExtendWith(Running.class)
class EventsIT {

    private static final int MOST_OF_CALLER = 20;

    private final String prefix = "e" + UUID.randomUUID().toString().substring(0, 8);
    private final String program = "p-" + prefix;
    private final String path = "/api/v1/programs/" + program + "/events";
    private final Http anonymous;
    private final Http admin;
    private final SeatWatcher watcher = new SeatWatcher(program);

    EventsIT(Http anonymous) {
        this.anonymous = anonymous;
        admin = anonymous.as(Running.ADMIN, Running.PASSWORD);
        admin.post("/api/v1/imports/oneroster", RosterZip.small(program, prefix), "application/zip");
    }

    @Test
    void whoComesBackWithTheLastIdGetsWhatCameMeanwhileAndNothingTwice() throws InterruptedException {
        watchUntil(1);
        assertThat(watcher.kinds()).containsExactly("snapshot");
        assertThat(watcher.enrolled()).hasSize(3).containsEntry("X1s1", List.of(0));

        var registration = enroll("X1s1", 1);
        enroll("X1s1", 2);
        admin.post("/api/v1/registrations/" + registration + "/expire", JsonValue.EMPTY_JSON_OBJECT);
        enroll("X2s1", 3);
        watchUntil(3);
        watchUntil(5);

        assertThat(watcher.kinds()).containsExactly("snapshot", "seats", "seats", "seats", "seats");
        assertThat(watcher.enrolled()).containsEntry("X1s1", List.of(0, 1, 2, 1)).containsEntry("X2s1", List.of(0, 1))
                .containsEntry("X1s2", List.of(0));
    }

    @Test
    void anIdThatWasNeverGivenIsAnsweredWithAllSeats() throws InterruptedException {
        for (var unknown : List.of("999999999999", "x", "-1", "99999999999999999999999")) {
            var stranger = new SeatWatcher(program);
            stranger.watch(admin.with("Last-Event-ID", unknown), 10, () -> !stranger.kinds().isEmpty());
            assertThat(stranger.kinds()).as(unknown).containsExactly("snapshot");
        }
    }

    @Test
    void aStreamIsForThoseWhoAreSignedInAndOfAProgramThatExists() throws IOException {
        assertThat(anonymous.get(path).status()).isEqualTo(401);
        assertThat(admin.get("/api/v1/programs/nowhere/events").status()).isEqualTo(404);
        assertThat(admin.with("Accept", "application/json").get(path).status()).isEqualTo(406);

        var stream = admin.with("Accept", "text/event-stream").open(path);
        stream.body().close();
        assertThat(stream.headers().firstValue("Content-Type")).contains("text/event-stream;charset=UTF-8");
        assertThat(stream.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(stream.headers().firstValue("X-Accel-Buffering")).contains("no");
    }

    @Test
    void aCallerHasTwentyStreamsAndNoMore() throws IOException {
        var password = "heron on the jetty";
        assertThat(admin.put("/api/v1/people/" + prefix + "1/password", "{\"password\":\"" + password + "\"}").status()).isEqualTo(204);
        var student = anonymous.as(prefix + "1", password);
        var streams = new ArrayList<HttpResponse<InputStream>>();
        for (int i = 0; i < MOST_OF_CALLER; i++) {
            streams.add(student.open(path));
        }

        var refused = student.get(path);

        assertThat(streams).extracting(HttpResponse::statusCode).containsOnly(200);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
        for (var stream : streams) {
            stream.body().close();
        }
    }

    private void watchUntil(int events) throws InterruptedException {
        watcher.watch(admin, 1_000, () -> watcher.kinds().size() >= events);
    }

    private Object enroll(String section, int student) {
        return admin.post("/api/v1/programs/" + program + "/sections/" + section + "/registrations",
                "{\"student\":\"" + prefix + student + "\"}", "application/json").object().getJsonNumber("id");
    }
}
