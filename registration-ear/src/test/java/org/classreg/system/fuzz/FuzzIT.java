package org.classreg.system.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.classreg.system.Http;
import org.classreg.system.MicroServer;
import org.classreg.system.Postgres;
import org.classreg.system.RosterZip;
import org.classreg.system.Running;
import org.classreg.system.StoredInvariants;
import org.classreg.system.contract.Contract;
import org.classreg.system.contract.Exchange;
import org.classreg.system.contract.OpenApi;
import org.junit.jupiter.api.Test;

/**
 * Whatever is asked of any operation that the document describes, by anybody: it is answered soon and as the document says, with a status below
 * 500, an error as a problem, and nothing of the inside is told; and PostgreSQL has nothing afterwards that breaks a promise. -Dfuzz.seed repeats
 * the requests of a run, -Dfuzz.requests sets how many.
 */
class FuzzIT {

    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 20_000);
    private static final long SEED = Long.getLong("fuzz.seed", 1);
    private static final int THREADS = 4;
    private static final int MOST_TOLD = 40;
    private static final int LONGEST_TOLD = 600;
    private static final String STUDENT_PASSWORD = "a-students-password";

    private static final Pattern INTERNALS = Pattern.compile("Exception|\\bat [a-z]+\\.[a-z.]+[(]|org\\.(?:classreg|eclipse|glassfish|h2|postgresql)|"
            + "jakarta\\.|java\\.|eclipselink|hibernate|jersey|grizzly|\\bJDBC\\b|SQLSTATE|registration\\.mv|/tmp/", Pattern.CASE_INSENSITIVE);

    private final ConcurrentMap<String, AtomicInteger> statuses = new ConcurrentHashMap<>();
    private final Map<String, String> faults = new ConcurrentHashMap<>();
    private final Known known = new Known();
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10)).build();
    private Contract contract;

    @Test
    void whateverIsAskedTheServerNeitherFailsNorHangsNorTellsOfItsInsideAndTheOfficeStaysSound() throws Exception {
        System.out.println("Fuzz: seed " + SEED + ", " + REQUESTS + " requests");
        try (var postgres = Postgres.start(); var server = MicroServer.start(unlimited(postgres.environment()))) {
            var http = Http.of(server.baseUri());
            contract = http.contract();
            fuzz(server, contract.document(), callers(http));
            System.out.println("Fuzz: " + statuses);
            assertThat(faults.values().stream().limit(MOST_TOLD)).as("%d kinds of faults, seed %d", faults.size(), SEED).isEmpty();
            assertThat(statuses.keySet()).contains("200", "201", "400", "401", "403", "404", "409");
            assertSound(http.as(Running.ADMIN, Running.PASSWORD));
            StoredInvariants.ofTheBooks().forEach(postgres::assertNone);
        }
    }

    private static Map<String, String> unlimited(Map<String, String> environment) {
        environment.put("REGISTRATION_RATE_LIMIT", "0");
        return environment;
    }

    /** The Authorization of everybody, the administrator's first. Who signs in so is not among those whom the requests are about. */
    private List<String> callers(Http http) {
        var admin = http.as(Running.ADMIN, Running.PASSWORD);
        for (var program : List.of("fuzz", "callers")) {
            assertThat(admin.post("/api/v1/imports/oneroster", RosterZip.small(program, program), "application/zip").status()).isEqualTo(200);
        }
        known.add("program", "fuzz", "fuzz", "splash-2026-fall");
        known.add("section", "X1s1", "X1s2", "X2s1");
        known.add("class", "X1", "X2");
        known.add("student", "fuzz1", "fuzz2", "fuzz3", "fuzz4");
        known.add("username", "fuzz3", "fuzz4", "fuzz5");
        known.add("type", "Enrolled", "Waitlist", "Interested", "Priority/1", "Priority/2", "Applied", "Attended");
        known.add("types", "Interested", "Priority/1", "Priority/2");
        known.add("id", "1", "50", "100");
        known.add("rooms", "Room 1", "Room 2");
        known.add("password", "heron on the jetty");
        var callers = new ArrayList<>(List.of(token(admin, "write"), token(admin, "read"), "", "Basic !", "Bearer crt_nothing", "Digest x"));
        for (var student : List.of("callers1", "callers2")) {
            callers.add(token(signedIn(admin, http, student), "write"));
        }
        callers.add(tokenOfRole(admin, http, "callers3", "staff"));
        callers.add(tokenOfRole(admin, http, "callers4", "volunteer"));
        callers.add("Basic " + Base64.getEncoder().encodeToString(("callers2:" + STUDENT_PASSWORD).getBytes(StandardCharsets.UTF_8)));
        return callers;
    }

    private static String tokenOfRole(Http admin, Http http, String username, String role) {
        var wanted = Json.createObjectBuilder().add("username", username).add("role", role).build();
        assertThat(admin.post("/api/v1/programs/fuzz/roles", wanted).status()).isEqualTo(201);
        return token(signedIn(admin, http, username), "write");
    }

    private static Http signedIn(Http admin, Http http, String username) {
        var password = Json.createObjectBuilder().add("password", STUDENT_PASSWORD).build();
        assertThat(admin.whateverItIs().put("/api/v1/people/" + username + "/password", password).status()).isEqualTo(204);
        return http.as(username, STUDENT_PASSWORD);
    }

    private static String token(Http caller, String scope) {
        var wanted = Json.createObjectBuilder().add("name", "fuzz").add("scope", scope)
                .add("expiresAt", Instant.now().plus(Duration.ofDays(2)).toString()).build();
        return "Bearer " + caller.post("/api/v1/me/tokens", wanted).object().getString("secret");
    }

    private void fuzz(MicroServer server, OpenApi document, List<String> callers) throws InterruptedException {
        var requests = new Requests(server.baseUri(), document, known, callers);
        var operations = document.operations();
        var next = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(THREADS);
        for (int i = 0; i < THREADS; i++) {
            threads.execute(() -> {
                for (int number = next.getAndIncrement(); number < REQUESTS; number = next.getAndIncrement()) {
                    ask(requests.draw(operations.get(number % operations.size()), new SplittableRandom(SEED + number)));
                }
            });
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(15, TimeUnit.MINUTES)).as("all threads end").isTrue();
    }

    private void ask(Requests.Drawn drawn) {
        try {
            judge(drawn, send(drawn.http()));
        } catch (IOException e) {
            report(drawn, "no answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Answer(int status, HttpHeaders headers, byte[] body) {

        String type() {
            return headers.firstValue("Content-Type").orElse("");
        }

        boolean isOf(String wanted) {
            return type().startsWith(wanted);
        }
    }

    /** A connection that the server has just closed, as it may after any answer, is no fault: then the request is sent once more. */
    private Answer send(HttpRequest request) throws IOException, InterruptedException {
        try {
            return sendOnce(request);
        } catch (HttpTimeoutException e) {
            throw e;
        } catch (IOException e) {
            return sendOnce(request);
        }
    }

    private Answer sendOnce(HttpRequest request) throws IOException, InterruptedException {
        var answer = client.send(request, BodyHandlers.ofInputStream());
        var type = answer.headers().firstValue("Content-Type").orElse("");
        try (var body = answer.body()) {
            // A stream of events does not end by itself.
            return new Answer(answer.statusCode(), answer.headers(), type.startsWith("text/event-stream") ? new byte[0] : body.readAllBytes());
        }
    }

    private void judge(Requests.Drawn drawn, Answer answer) {
        statuses.computeIfAbsent(Integer.toString(answer.status()), unseen -> new AtomicInteger()).incrementAndGet();
        if (answer.status() >= 500) {
            report(drawn, "answers " + answer.status());
        }
        if (answer.status() >= 400 && answer.body().length > 0 && !answer.isOf("application/problem+json")) {
            report(drawn, "answers " + answer.status() + " with " + answer.type());
        }
        var request = drawn.http();
        if (isOfTheApplication(answer)) {
            contract.faults(new Exchange(request.method(), request.uri(), request.headers().firstValue("Content-Type").orElse(null), drawn.body(),
                    answer.status(), answer.headers(), answer.body())).forEach(fault -> report(drawn, fault));
        }
        var internals = INTERNALS.matcher(new String(answer.body(), StandardCharsets.UTF_8));
        if (!answer.isOf("application/zip") && !answer.isOf("application/pdf") && internals.find()) {
            report(drawn, "tells \"" + internals.group() + "\"");
        }
        if (answer.status() < 300 && answer.isOf("application/json") && !drawn.http().method().equals("HEAD")) {
            known.learn(drawn.operation(), answer.body());
        }
    }

    /** What the HTTP server itself cannot read never reaches the application: it is answered with 400 and nothing else. */
    private static boolean isOfTheApplication(Answer answer) {
        return answer.status() != 400 || answer.body().length > 0;
    }

    /** One of a kind is told. */
    private void report(Requests.Drawn drawn, String fault) {
        var asked = drawn.http().method() + " " + drawn.http().uri() + "\n" + (drawn.body() == null ? "" : new String(drawn.body(), StandardCharsets.UTF_8));
        faults.putIfAbsent(drawn.operation().id() + " " + fault,
                drawn.operation() + " " + fault + "\n" + asked.substring(0, Math.min(LONGEST_TOLD, asked.length())));
    }

    private static void assertSound(Http admin) {
        assertThat(admin.get("/api/v1/me").status()).isEqualTo(200);
        assertThat(admin.isOk("/health/ready")).isTrue();
        for (var each : admin.get("/api/v1/programs").array()) {
            var sections = "/api/v1/programs/" + each.asJsonObject().getString("code") + "/sections";
            for (var listed : admin.get(sections + "?limit=20").array()) {
                var section = listed.asJsonObject();
                assertThat(section.getInt("seatsLeft")).as("%s", section).isNotNegative();
                assertThat(section.getInt("enrolled")).as("%s", section).isNotNegative();
            }
        }
        var start = System.nanoTime();
        assertThat(admin.get("/api/v1/programs").status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }
}
