package org.classreg.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two servers on one database under random load of all operations, of which one is killed: nothing that was acknowledged is lost, nothing is half
 * done, what was asked as of a moment is answered the same after, and who follows the seats, cut off again and again, sees what happened.
 * The system property {@code load.seconds} says how long, {@code load.seed} which load.
 */
class TwoNodesIT {

    private static final String PROGRAM = "two-nodes";
    private static final String PATH = "/api/v1/programs/" + PROGRAM;
    private static final List<String> GROUPS = List.of("a", "b", "c");
    private static final String WITHOUT_LOAD = "d";
    private static final int STUDENTS_OF_GROUP = 4;
    private static final int THREADS = 12;
    private static final int WATCHERS = 3;
    private static final int SEED = Integer.getInteger("load.seed", 0);
    private static final Duration BEFORE_THE_KILL = Duration.ofSeconds(Integer.getInteger("load.seconds", 5));
    private static final Duration AFTER_THE_KILL = Duration.ofSeconds(3);
    private static final Duration SLOWEST = Duration.ofSeconds(30);
    private static final Duration CATCHING_UP = Duration.ofSeconds(30);

    private final RandomRequests requests = new RandomRequests(PROGRAM, GROUPS.stream()
            .flatMap(group -> IntStream.rangeClosed(1, STUDENTS_OF_GROUP).mapToObj(number -> group + number)).toList());
    private final AtomicBoolean killed = new AtomicBoolean();
    private final AtomicBoolean watched = new AtomicBoolean();
    private Postgres postgres;
    private MicroServer survivor;
    private volatile MicroServer victim;

    @BeforeEach
    void twoNodesOnOneDatabase() throws IOException {
        postgres = Postgres.start();
        survivor = MicroServer.start(postgres.environment());
        victim = MicroServer.start(postgres.environment());
        Stream.concat(GROUPS.stream(), Stream.of(WITHOUT_LOAD)).forEach(group -> assertThat(admin(survivor)
                .post("/api/v1/imports/oneroster", RosterZip.small(PROGRAM, group), "application/zip").status()).isEqualTo(200));
        assertThat(admin(survivor).post(PATH + "/timeslots", RandomRequests.LUNCH.replace('\'', '"'), "application/json").status()).isEqualTo(201);
        assertThat(admin(survivor).whateverItIs().put(PATH + "/settings", RandomRequests.settings(new Random(SEED))).status()).isEqualTo(200);
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

        assertThat(requests.registrations()).hasSizeGreaterThan(THREADS);
        requests.registrations().forEach(this::assertThatItIsThere);
        requests.checkIns().values().forEach(this::assertThatSheCameThen);
        assertThat(requests.checkIns()).isNotEmpty();
        assertThat(requests.dated()).isNotEmpty();
        requests.dated().forEach((question, rows) -> assertThat(RandomRequests.rows(admin(survivor).get(question))).as(question).isEqualTo(rows));
        assertThatNothingIsHalfDone();
        assertThatNobodyWaitsForAFreeSeat();

        victim = MicroServer.start(postgres.environment());
        var again = admin(victim).post(PATH + "/sections/X1s1/registrations", Json.createObjectBuilder().add("student", WITHOUT_LOAD + 1)
                .add("type", "Attended").build()).object();
        assertThat(admin(survivor).get("/api/v1/registrations/" + again.getJsonNumber("id")).object()).isEqualTo(again);
        assertThatNothingIsHalfDone();

        var happened = whatHappened();
        awaitThat(watchers, happened);
        watched.set(true);
        for (var watch : watches) {
            watch.get();
        }
        stop(watching);
        watchers.forEach(watcher -> assertThat(changes(watcher.enrolled())).isEqualTo(happened));
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
        while (Instant.now().isBefore(limit) && !watchers.stream().allMatch(watcher -> changes(watcher.enrolled()).equals(happened))) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** How many were enrolled in each section, from operation to operation, as the registrations tell. */
    private Map<String, List<Integer>> whatHappened() throws SQLException {
        Map<String, List<Integer>> enrolled = new TreeMap<>();
        RandomRequests.CODES.forEach(code -> enrolled.put(code, new ArrayList<>(List.of(0))));
        try (var connection = postgres.connect(); var statement = connection.createStatement();
                var rows = statement.executeQuery("select s.code, sum(c.change) from"
                        + " (select section_id, started_by as operation, start_date as at, 1 as change from student_registration where takes_seat"
                        + " union all select section_id, ended_by, end_date, -1 from student_registration where takes_seat and end_date is not null) c"
                        + " join class_section s on s.id = c.section_id group by s.code, c.operation, c.at order by c.at")) {
            while (rows.next()) {
                var section = enrolled.get(rows.getString(1));
                section.add(section.get(section.size() - 1) + rows.getInt(2));
            }
        }
        return changes(enrolled);
    }

    /** Without what left as many enrolled as there were: seats are told too when the section takes more, or is cancelled. */
    private static Map<String, List<Integer>> changes(Map<String, List<Integer>> enrolled) {
        Map<String, List<Integer>> changes = new TreeMap<>();
        enrolled.forEach((section, numbers) -> changes.put(section, IntStream.range(0, numbers.size())
                .filter(i -> i == 0 || !numbers.get(i).equals(numbers.get(i - 1))).mapToObj(numbers::get).toList()));
        return changes;
    }

    private Callable<Void> actor(int seed, Instant end) {
        var random = new Random(SEED * 1_000L + seed);
        return () -> {
            while (!isEnough(end)) {
                var node = random.nextBoolean() ? survivor : victim;
                try {
                    requests.next(admin(node), random);
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
        return now.isAfter(end) && requests.registrations().size() > THREADS || now.isAfter(end.plus(SLOWEST));
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

    private void assertThatSheCameThen(JsonObject checkIn) {
        postgres.assertNone("check-ins of %s that are lost".formatted(checkIn), "select 1 where not exists (select from check_in c join person p"
                + " on p.id = c.student_id where p.username = '%s' and c.start_date = '%s')".formatted(checkIn.getString("student"), checkIn.getString("startDate")));
    }

    private void assertThatNothingIsHalfDone() {
        StoredInvariants.queries(RandomRequests.MOST_STUDENTS, RandomRequests.MOST_SECTIONS).forEach(postgres::assertNone);
    }

    /** Whoever waits while seats are free could not take one. */
    private void assertThatNobodyWaitsForAFreeSeat() {
        for (var code : RandomRequests.CODES) {
            var section = PATH + "/sections/" + code;
            var free = admin(survivor).get(section).object().getInt("seatsLeft");
            for (var waiting : admin(survivor).get(section + "/waitlist").array().getValuesAs(JsonObject.class)) {
                var reasons = admin(survivor).get(section + "/eligibility?student=" + waiting.getString("student")).object().getJsonArray("reasons");
                assertThat(free > 0 && reasons.isEmpty()).as(waiting + " while " + free + " seats are free").isFalse();
            }
        }
    }

    private static Http admin(MicroServer node) {
        return Http.of(node.baseUri()).as(Running.ADMIN, Running.PASSWORD);
    }

    private static void stop(ExecutorService threads) throws InterruptedException {
        threads.shutdown();
        threads.awaitTermination(1, TimeUnit.MINUTES);
    }
}
