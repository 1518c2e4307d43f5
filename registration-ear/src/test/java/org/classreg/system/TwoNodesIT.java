package org.classreg.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.classreg.system.Http.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two servers on one database under random load, of which one is killed: nothing that was acknowledged is lost, nothing is half done, and who
 * follows the seats, cut off again and again, sees what happened.
 */
class TwoNodesIT {

    private static final String PROGRAM = "two-nodes";
    private static final String SECTIONS = "/api/v1/programs/" + PROGRAM + "/sections/";
    private static final List<String> CODES = List.of("X1s1", "X1s2", "X2s1");
    private static final List<String> GROUPS = List.of("a", "b", "c");
    private static final int STUDENTS_OF_GROUP = 4;
    private static final int THREADS = 12;
    private static final int WATCHERS = 3;
    private static final Duration BEFORE_THE_KILL = Duration.ofSeconds(5);
    private static final Duration AFTER_THE_KILL = Duration.ofSeconds(3);
    private static final Duration SLOWEST = Duration.ofSeconds(30);
    private static final Duration CATCHING_UP = Duration.ofSeconds(30);

    private final Map<String, String> environment = new HashMap<>(Running.administrator());
    private final Map<Long, JsonObject> acknowledged = new ConcurrentHashMap<>();
    private final AtomicBoolean killed = new AtomicBoolean();
    private final AtomicBoolean watched = new AtomicBoolean();
    private EmbeddedPostgres postgres;
    private MicroServer survivor;
    private volatile MicroServer victim;

    @BeforeEach
    void twoNodesOnOneDatabase() throws IOException {
        postgres = EmbeddedPostgres.start();
        environment.put("REGISTRATION_DB_CLASS", "org.postgresql.ds.PGSimpleDataSource");
        environment.put("REGISTRATION_DB_URL", "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres");
        environment.put("REGISTRATION_DB_USER", "postgres");
        environment.put("REGISTRATION_DB_PASSWORD", "postgres");
        survivor = MicroServer.start(environment);
        victim = MicroServer.start(environment);
        GROUPS.forEach(group -> assertThat(admin(survivor)
                .post("/api/v1/imports/oneroster", RosterZip.small(PROGRAM, group), "application/zip").status()).isEqualTo(200));
    }

    @AfterEach
    void stop() throws IOException {
        victim.stop();
        survivor.stop();
        postgres.close();
    }

    @Test
    void aNodeThatIsKilledUnderLoadTakesNothingWithIt() throws Exception {
        var end = Instant.now().plus(BEFORE_THE_KILL).plus(AFTER_THE_KILL);
        var threads = Executors.newFixedThreadPool(THREADS);
        var watching = Executors.newFixedThreadPool(WATCHERS);
        var watchers = IntStream.range(0, WATCHERS).mapToObj(i -> new SeatWatcher(PROGRAM)).toList();
        var watches = watchers.stream().map(watcher -> watching.submit(follow(watcher))).toList();
        awaitFirstEvent(watchers);
        try {
            var actors = IntStream.range(0, THREADS).mapToObj(seed -> threads.submit(actor(seed, end))).toList();
            TimeUnit.MILLISECONDS.sleep(BEFORE_THE_KILL.toMillis());
            killed.set(true);
            victim.kill();
            for (var actor : actors) {
                actor.get();
            }
        } finally {
            stop(threads);
        }

        assertThat(acknowledged).hasSizeGreaterThan(THREADS);
        acknowledged.forEach(this::assertThatItIsThere);
        assertThatNothingIsHalfDone();

        victim = MicroServer.start(environment);
        var again = register(admin(victim), "X1s1", "a1", "Interested").object();
        assertThat(admin(survivor).get("/api/v1/registrations/" + again.getJsonNumber("id")).object()).isEqualTo(again);
        assertThatNothingIsHalfDone();

        var happened = whatHappened();
        awaitThat(watchers, happened);
        watched.set(true);
        for (var watch : watches) {
            watch.get();
        }
        stop(watching);
        watchers.forEach(watcher -> assertThat(watcher.enrolled()).isEqualTo(happened));
        watchers.forEach(watcher -> assertThat(watcher.kinds()).filteredOn("snapshot"::equals).hasSize(1));
    }

    /** Reads a few lines from any node, is cut off, and comes back to any node, until all has been watched. */
    private Callable<Void> follow(SeatWatcher watcher) {
        var random = new Random(watcher.hashCode());
        return () -> {
            while (!watched.get()) {
                var node = random.nextBoolean() ? survivor : victim;
                watcher.watch(admin(node), 1 + random.nextInt(60), watched::get);
                TimeUnit.MILLISECONDS.sleep(random.nextInt(200));
            }
            return null;
        };
    }

    private static void awaitFirstEvent(List<SeatWatcher> watchers) throws InterruptedException {
        while (watchers.stream().anyMatch(watcher -> watcher.kinds().isEmpty())) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static void awaitThat(List<SeatWatcher> watchers, Map<String, List<Integer>> happened) throws InterruptedException {
        var limit = Instant.now().plus(CATCHING_UP);
        while (Instant.now().isBefore(limit) && !watchers.stream().allMatch(watcher -> watcher.enrolled().equals(happened))) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** How many were enrolled in each section, from operation to operation, as the registrations tell. */
    private Map<String, List<Integer>> whatHappened() throws SQLException {
        Map<String, List<Integer>> enrolled = new TreeMap<>();
        CODES.forEach(code -> enrolled.put(code, new ArrayList<>(List.of(0))));
        try (var connection = postgres.getPostgresDatabase().getConnection(); var statement = connection.createStatement();
                var rows = statement.executeQuery("select s.code, sum(c.change) from"
                        + " (select section_id, started_by as operation, start_date as at, 1 as change from student_registration where takes_seat"
                        + " union all select section_id, ended_by, end_date, -1 from student_registration where takes_seat and end_date is not null) c"
                        + " join class_section s on s.id = c.section_id group by s.code, c.operation, c.at order by c.at")) {
            while (rows.next()) {
                var section = enrolled.get(rows.getString(1));
                section.add(section.get(section.size() - 1) + rows.getInt(2));
            }
        }
        return enrolled;
    }

    private Callable<Void> actor(int seed, Instant end) {
        var random = new Random(seed);
        return () -> {
            while (!isEnough(end)) {
                var node = random.nextBoolean() ? survivor : victim;
                try {
                    act(admin(node), random);
                } catch (UncheckedIOException e) {
                    assertThat(node == victim && killed.get()).as("only the killed node does not answer: " + e).isTrue();
                }
            }
            return null;
        };
    }

    /** On a slow machine it takes longer until something has happened. */
    private boolean isEnough(Instant end) {
        var now = Instant.now();
        return now.isAfter(end) && acknowledged.size() > THREADS || now.isAfter(end.plus(SLOWEST));
    }

    /** What this thread began is the only thing it ends or moves, so that an acknowledged answer stays the latest word. */
    private void act(Http node, Random random) {
        var student = any(GROUPS, random) + (1 + random.nextInt(STUDENTS_OF_GROUP));
        var began = note(register(node, any(CODES, random), student, random.nextInt(3) > 0 ? "Enrolled" : "Waitlist"));
        if (began.status() != 201 || random.nextInt(4) == 0) {
            return;
        }
        var registration = "/api/v1/registrations/" + began.object().getJsonNumber("id");
        if (random.nextBoolean()) {
            note(node.post(registration + "/move", Json.createObjectBuilder().add("section", any(CODES, random)).build()));
        }
        note(node.post(registration + "/expire", JsonValue.EMPTY_JSON_OBJECT));
    }

    private static Answer register(Http node, String section, String student, String type) {
        return node.post(SECTIONS + section + "/registrations", Json.createObjectBuilder().add("student", student).add("type", type).build());
    }

    private Answer note(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isIn(200, 201, 400, 404, 409);
        if (answer.status() < 300) {
            acknowledged.put(answer.object().getJsonNumber("id").longValue(), answer.object());
        }
        return answer;
    }

    /** What has begun has begun so for ever; what has ended has ended so for ever. */
    private void assertThatItIsThere(Long id, JsonObject answer) {
        var found = admin(survivor).get("/api/v1/registrations/" + id);
        assertThat(found.status()).isEqualTo(200);
        for (var field : List.of("student", "section", "type", "startDate")) {
            assertThat(found.object().get(field)).as(field + " of " + answer).isEqualTo(answer.get(field));
        }
        if (!answer.isNull("endDate")) {
            assertThat(found.object().get("endDate")).isEqualTo(answer.get("endDate"));
        }
    }

    private void assertThatNothingIsHalfDone() throws SQLException {
        assertThatNone("sections whose counter is not their rows or above their capacity", "select s.code from class_section s where s.enrolled"
                + " <> (select count(*) from student_registration r where r.section_id = s.id and r.seat) or s.enrolled > s.capacity");
        assertThatNone("students twice in a class", "select student_id from student_registration where seat group by student_id, subject_id"
                + " having count(*) > 1");
        assertThatNone("students in two places", "select a.student_id from student_registration a join meeting m on m.section_id = a.section_id"
                + " join timeslot t on t.id = m.timeslot_id join student_registration b on b.student_id = a.student_id and b.id > a.id"
                + " join meeting n on n.section_id = b.section_id join timeslot u on u.id = n.timeslot_id"
                + " where a.seat and b.seat and t.starts_at < u.ends_at and u.starts_at < t.ends_at");
        assertThatNone("places in line that two have", "select section_id from student_registration where place is not null and end_date is null"
                + " group by section_id, place having count(*) > 1");
        assertThatNone("operations that do not count their rows", "select o.id from operation o where o.kind in ('register', 'move', 'expire')"
                + " and o.changes <> (select count(*) from student_registration r where r.started_by = o.id)"
                + " + (select count(*) from student_registration r where r.ended_by = o.id)");
    }

    private void assertThatNone(String what, String query) throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection(); var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            assertThat(rows.next()).as(what).isFalse();
        }
    }

    private static Http admin(MicroServer node) {
        return Http.of(node.baseUri()).as(Running.ADMIN, Running.PASSWORD);
    }

    private static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private static void stop(ExecutorService threads) throws InterruptedException {
        threads.shutdown();
        threads.awaitTermination(1, TimeUnit.MINUTES);
    }
}
