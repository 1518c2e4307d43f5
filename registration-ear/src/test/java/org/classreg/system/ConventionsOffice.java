package org.classreg.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.classreg.system.Http.Answer;
import org.junit.jupiter.api.Test;

/** What is the same at every address of the API. */
abstract class ConventionsOffice extends CatalogOffice {

    private static final String SETTINGS = """
            {"windows":[],"maxSections":%d,"maxTimeslots":null,"capacityMultiplier":1,"capacityOffset":0}""";

    private static final Pattern LINK = Pattern.compile("<https?://[^/]+(/[^>]+)>; rel=\"(\\w+)\"");

    final String settings = "/api/v1/programs/" + program + "/settings";

    ConventionsOffice(Http anonymous) {
        super(anonymous);
    }

    @Test
    void whatIsReplacedIsNamedAndIsStillWhatWasRead() {
        var wanted = SETTINGS.formatted(3);
        var tag = admin.get(settings).header("ETag");

        for (var body : List.of(wanted, "{}", "{\"windows\":", "{\"colour\":1}")) {
            assertProblem(admin.put(settings, body), 428);
        }
        assertProblem(signedIn(1).put(settings, "{}"), 428);
        assertThat(faults(admin.with("If-Match", "\"another\"").put(settings, "{}"))).contains("windows");
        assertThat(faults(admin.with("If-Match", tag.replace("\"", "")).put(settings, wanted))).containsExactly("If-Match");
        assertProblem(admin.with("If-Match", "W/" + tag).put(settings, wanted), 412);
        assertThat(admin.get(settings).header("ETag")).isEqualTo(tag);
        assertThat(admin.with("If-Match", "\"another\", " + tag).put(settings, wanted).status()).isEqualTo(200);
        assertProblem(admin.with("If-Match", tag).put(settings, wanted.replace("3", "4")), 412);
        assertThat(admin.get(settings).object().getInt("maxSections")).isEqualTo(3);
        assertThat(admin.whateverItIs().put(settings, wanted.replace("3", "4")).object().getInt("maxSections")).isEqualTo(4);

        var preferences = student(1) + "/preferences";
        assertProblem(admin.put(preferences, "[]"), 428);
        assertProblem(admin.with("If-Match", tag).put(preferences, "[]"), 412);
        assertProblem(signedIn(2).whateverItIs().put(preferences, "[]"), 404);
    }

    @Test
    void ofAllWhoReplaceTheSameExactlyOneSucceeds() throws Exception {
        var preferences = student(1) + "/preferences";
        for (int round = 0; round < 3; round++) {
            var first = 10 * round + 1;
            assertOneSucceeds(settings, i -> SETTINGS.formatted(first + i));
            assertOneSucceeds(preferences, i -> "[{\"section\":\"X1s1\",\"type\":\"Priority/%d\"}]".formatted(i + 1));
            assertThat(admin.whateverItIs().put(preferences, "[]").status()).isEqualTo(200);
            assertOneSucceeds(student(1) + "/interests", i -> i % 2 == 0 ? "[{\"class\":\"X1\"}]" : "[{\"class\":\"X2\"}]");
            assertThat(admin.whateverItIs().put(student(1) + "/interests", "[]").status()).isEqualTo(200);
        }
    }

    @Test
    void everyAnswerTellsHowMuchMoreMayBeAsked() {
        var answers = List.of(admin.get(sections), admin.get("/api/v1/nothing"), admin.get("/api/nothing"), admin.delete(sections),
                admin.post(sections + "/X1s1", "x", "text/plain"), anonymous.get(sections), anonymous.with("Authorization", "Magic").get(sections));

        assertThat(answers).extracting(Answer::status).containsExactly(200, 404, 404, 405, 405, 401, 401);
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"default\";q=" + Running.RATE_LIMIT + ";w=60");
            assertThat(answer.header("RateLimit")).matches("\"default\";r=\\d+;t=\\d+");
        });
        assertThat(anonymous.get("/login").header("RateLimit")).isEmpty();
    }

    @Test
    void pagesOfANamedOriginAloneMayUseTheApi() {
        var asked = anonymous.with("Access-Control-Request-Method", "PUT").with("Access-Control-Request-Headers", "authorization,if-match");
        var preflight = asked.with("Origin", Running.ORIGIN).options(settings);
        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo(Running.ORIGIN);
        assertThat(preflight.header("Access-Control-Allow-Methods")).contains("PUT", "DELETE");
        assertThat(preflight.header("Access-Control-Allow-Headers")).contains("Authorization", "If-Match", "Idempotency-Key");
        assertThat(asked.with("Origin", "https://other.example.org").options(settings).header("Access-Control-Allow-Origin")).isEmpty();

        var shared = List.of(admin.with("Origin", Running.ORIGIN).get(settings), admin.with("Origin", Running.ORIGIN).get("/api/v1/nothing"),
                anonymous.with("Origin", Running.ORIGIN).get(settings), admin.with("Origin", Running.ORIGIN).get("/api/nothing"));
        assertThat(shared).extracting(Answer::status).containsExactly(200, 404, 401, 404);
        assertThat(shared).allSatisfy(answer -> {
            assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(Running.ORIGIN);
            assertThat(answer.header("Access-Control-Expose-Headers")).contains("ETag", "Link", "Location", "RateLimit", "Retry-After");
            assertThat(answer.headers().allValues("Vary").toString()).contains("Origin");
            assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
        });
        var other = admin.with("Origin", "https://other.example.org").get(settings);
        assertThat(other.status()).isEqualTo(200);
        assertThat(other.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(other.headers().allValues("Vary").toString()).contains("Origin");
        assertThat(anonymous.with("Origin", Running.ORIGIN).get("/problems").header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void sectionsAreFoundByWhatOneLooksFor() {
        assertThat(found("?q=COURSE%20two")).containsExactly("X2s1");
        assertThat(found("?q=x1S&sort=-code")).containsExactly("X1s2", "X1s1");
        assertThat(found("?category=S&grade=10")).hasSize(3);
        assertThat(found("?category=T")).isEmpty();
        assertThat(found("?from=2026-03-07T11:00:00-05:00&to=2026-03-07T11:15:00-05:00")).containsExactly("X2s1");
        enroll("X2s1", 1);
        assertThat(found("?open=true")).containsExactly("X1s1", "X1s2");
        assertThat(found("?open=false")).containsExactly("X2s1");
        assertThat(found("?sort=seatsLeft,-code")).containsExactly("X2s1", "X1s2", "X1s1");
        for (var wrong : List.of("open=perhaps", "grade=ten", "grades=10", "q=a%00b", "sort=colour&from=2040-01-01T00:00:00Z", "sort=colour",
                "sort=code,-code", "from=yesterday", "at=tomorrow", "to=2026-03-07T11:00:00Z&from=2026-03-07T12:00:00Z",
                "at=2026-03-07T11:00:00Z&open=true", "at=2026-03-07T11:00:00Z&sort=enrolled")) {
            assertThat(faults(admin.get(sections + "?" + wrong))).as(wrong).containsExactly(wrong.replaceFirst("=.*", ""));
        }
    }

    @Test
    void seatsAreToldAsOfAnyInstant() {
        var registration = enroll("X1s1", 1).object();
        var start = "?at=" + registration.getString("startDate").replace("+", "%2B");
        admin.post("/api/v1/registrations/" + registration.getJsonNumber("id") + "/expire", JsonValue.EMPTY_JSON_OBJECT);

        var then = admin.get(sections + "/X1s1" + start).object();
        assertThat(then.getInt("enrolled")).isEqualTo(1);
        assertThat(then.getInt("seatsLeft")).isEqualTo(1);
        assertThat(admin.get(sections + "/X1s1").object().getInt("enrolled")).isZero();
        assertThat(admin.get(sections + "/X1s1?at=2020-01-01T00:00:00Z").object().getInt("enrolled")).isZero();
        assertThat(admin.get(sections + start).array()).extracting(section -> section.asJsonObject().getInt("enrolled")).containsExactly(1, 0, 0);
    }

    @Test
    void aCursorGoesWithItsParametersAlone() {
        var first = admin.get(sections + "?limit=2&sort=-code");
        assertThat(codes(first.array(), "code")).containsExactly("X2s1", "X1s2");
        var next = next(first);

        assertThat(codes(admin.get(next).array(), "code")).containsExactly("X1s1");
        assertThat(codes(admin.get(next.replace("limit=2", "limit=7")).array(), "code")).containsExactly("X1s1");
        assertThat(faults(admin.get(next.replace("sort=-code", "sort=code")))).containsExactly("cursor");
        assertThat(faults(admin.get(next + "&q=x"))).containsExactly("cursor");
        assertThat(faults(admin.get(next.replace(sections, "/api/v1/programs")))).containsExactly("cursor");
    }

    @Test
    void onePagesForthAndBackThroughTheSameEntries() {
        var people = "/api/v1/people?sort=-username&limit=2&q=" + prefix;
        var whole = codes(admin.get(people.replace("limit=2", "limit=9")).array(), "username");
        var first = admin.get(people);
        var second = admin.get(next(first));
        assertThat(codes(first.array(), "username")).isEqualTo(whole.subList(0, 2));
        assertThat(codes(second.array(), "username")).isEqualTo(whole.subList(2, Math.min(4, whole.size())));
        assertThat(first.header("Link")).doesNotContain("rel=\"prev\"", "rel=\"first\"");

        var back = admin.get(link(second, "prev"));
        assertThat(back.body()).isEqualTo(first.body());
        assertThat(links(back)).containsExactly("next", "first");
        assertThat(admin.get(link(back, "next")).body()).isEqualTo(second.body());
        assertThat(admin.get(link(second, "first")).body()).isEqualTo(first.body());

        var classes = "/api/v1/programs/" + program + "/classes";
        assertThat(codes(admin.get(classes + "?sort=-code").array(), "code")).containsExactly("X2", "X1");
        assertThat(codes(admin.get(classes + "?q=x2").array(), "code")).containsExactly("X2");
        assertThat(admin.get(classes + "?category=Q").array()).isEmpty();
        assertThat(faults(admin.get(classes + "?grade=x"))).containsExactly("grade");
    }

    @Test
    void everyListIsOrderedAndPagedTheSameWay() {
        for (int i = 1; i <= 2; i++) {
            enroll("X1s1", i);
            admin.post("/api/v1/programs/" + program + "/checkins", Json.createObjectBuilder().add("student", prefix + i).build());
        }
        enroll("X1s2", 3);
        var registrations = "/api/v1/programs/" + program + "/registrations";
        for (var list : List.of("/api/v1/programs", sections, sections + "/X1s1/roster", sections + "/X1s1/waitlist", registrations,
                "/api/v1/programs/" + program + "/checkins", student(1) + "/schedule", student(1) + "/history", student(1) + "/overrides",
                "/api/v1/operations", "/api/v1/programs/" + program + "/lottery/runs", "/api/v1/programs/" + program + "/categories",
                "/api/v1/programs/" + program + "/classes", "/api/v1/programs/" + program + "/timeslots", "/api/v1/programs/" + program + "/rooms",
                "/api/v1/programs/" + program + "/roles", "/api/v1/people", "/api/v1/registration-types", "/api/v1/me/tokens")) {
            assertThat(faults(admin.get(list + "?sort=colour"))).as(list).containsExactly("sort");
            assertThat(faults(admin.get(list + "?cursor=MjAw"))).as(list).containsExactly("cursor");
        }
        assertThat(codes(admin.get(registrations + "?sort=-student").array(), "student")).containsExactly(prefix + 3, prefix + 2, prefix + 1);
        assertThat(codes(admin.get(registrations + "?section=X1s1&type=Enrolled").array(), "student")).containsExactly(prefix + 1, prefix + 2);
        assertThat(roster("X1s1", "?sort=-name")).containsExactly(prefix + 2, prefix + 1);
        assertThat(roster("X1s1", "?student=" + prefix + 2)).containsExactly(prefix + 2);
        var first = admin.get("/api/v1/programs/" + program + "/checkins?sort=-student&limit=1");
        assertThat(codes(first.array(), "student")).containsExactly(prefix + 2);
        assertThat(next(first)).contains("at=");
        assertThat(codes(admin.get(next(first)).array(), "student")).containsExactly(prefix + 1);
    }

    @Test
    void theJournalIsPagedAlthoughItGrowsAndAHistoryIsToldAsItWasKnown() {
        var seat = enroll("X1s1", 1).object();
        enroll("X1s1", 2);
        enroll("X1s2", 3);
        var mine = "/api/v1/operations?program=" + program + "&sort=-performedAt&limit=2&student=" + prefix;
        assertThat(admin.get(mine + 1).array()).hasSize(1);
        var all = mine.replaceFirst("&student=.*", "");
        var page = admin.get(all);
        var shown = page.array().stream().map(entry -> entry.asJsonObject().getInt("id")).toList();
        admin.post("/api/v1/registrations/" + seat.getJsonNumber("id") + "/expire", JsonValue.EMPTY_JSON_OBJECT);

        assertThat(admin.get(next(page)).array()).hasSize(1).extracting(entry -> entry.asJsonObject().getInt("id")).doesNotContainAnyElementsOf(shown);
        assertThat(admin.get(student(1) + "/history").array().getJsonObject(0).isNull("endDate")).isFalse();
        var then = admin.get(student(1) + "/history?at=" + seat.getString("startDate").replace("+", "%2B")).array();
        assertThat(then.getJsonObject(0).isNull("endDate")).isTrue();
        assertThat(admin.get(student(1) + "/history?at=2020-01-01T00:00:00Z").array()).isEmpty();
        assertThat(admin.get(student(1) + "/history?type=Interested").array()).isEmpty();
    }

    @Test
    void whatWasMadeIsFoundAtItsLocation() {
        var grant = Json.createObjectBuilder().add("kind", "GRADE").add("reason", "Took the course before").build();
        var token = Json.createObjectBuilder().add("name", "Kiosk").add("scope", "read").add("expiresAt", OffsetDateTime.now().plusDays(1).toString()).build();
        for (var made : List.of(admin.post(student(1) + "/overrides", grant), admin.post("/api/v1/me/tokens", token), enroll("X1s1", 1))) {
            assertThat(made.status()).as(made.body()).isEqualTo(201);
            var found = admin.get(URI.create(made.header("Location")).getPath());
            assertThat(found.status()).isEqualTo(200);
            assertThat(found.object().get("id")).isEqualTo(made.object().get("id"));
        }
    }

    @Test
    void methodsAndFormsThatDoNotApplyAreToldAndSoAreThoseThatDo() {
        var read = admin.get(settings);
        var head = admin.head(settings);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("ETag")).isEqualTo(read.header("ETag"));
        assertThat(head.body()).isEmpty();
        assertThat(admin.options(settings).header("Allow")).contains("GET", "HEAD", "PUT", "OPTIONS").doesNotContain("DELETE");
        var refused = admin.delete(settings);
        assertProblem(refused, 405);
        assertThat(refused.header("Allow")).contains("GET", "PUT").doesNotContain("DELETE");
        assertProblem(admin.with("Accept", "text/html").get(settings), 406);
    }

    @Test
    void everyTypeOfProblemIsExplainedToEverybody() {
        var page = anonymous.get("/problems");

        assertThat(page.status()).isEqualTo(200);
        for (var type : List.of(admin.get("/api/v1/nothing"), anonymous.get(sections), admin.put(settings, SETTINGS.formatted(1)),
                admin.with("If-Match", "\"x\"").put(settings, SETTINGS.formatted(1)), admin.get(sections + "?limit=0"))) {
            assertThat(page.body()).contains("<dt id=\"" + type.object().getString("type").replace("/problems#", "") + "\">");
        }
    }

    private List<String> found(String query) {
        return codes(admin.get(sections + query).array(), "code");
    }

    /** The address of the next page. */
    static String next(Answer page) {
        return link(page, "next");
    }

    private static String link(Answer page, String relation) {
        var links = LINK.matcher(String.join(", ", page.headers().allValues("Link"))).results();
        return links.filter(link -> link.group(2).equals(relation)).map(link -> link.group(1)).findFirst().orElseThrow();
    }

    private static List<String> links(Answer page) {
        return LINK.matcher(String.join(", ", page.headers().allValues("Link"))).results().map(link -> link.group(2)).toList();
    }

    private void assertOneSucceeds(String path, IntFunction<String> body) throws Exception {
        var sameTag = admin.with("If-Match", admin.get(path).header("ETag"));
        var answers = atOnce(IntStream.range(0, 8).mapToObj(i -> () -> sameTag.put(path, body.apply(i))));

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(200).containsOnly(200, 412);
        var won = answers.stream().filter(answer -> answer.status() == 200).findFirst().orElseThrow();
        assertThat(admin.get(path).body()).isEqualTo(won.body());
    }

    static List<Answer> atOnce(Stream<Callable<Answer>> requests) throws Exception {
        var threads = Executors.newCachedThreadPool();
        try {
            var all = requests.toList();
            return threads.invokeAll(all).stream().map(future -> {
                try {
                    return future.get();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }).toList();
        } finally {
            threads.shutdown();
        }
    }
}
