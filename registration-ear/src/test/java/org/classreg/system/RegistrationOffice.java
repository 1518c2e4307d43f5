package org.classreg.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an integrator relies on, over HTTP: the same on every server and database. */
abstract class RegistrationOffice extends SeatsOffice {

    RegistrationOffice(Http anonymous) {
        super(anonymous);
    }

    @Test
    void programsAndSectionsAreListedInTheirShapes() {
        assertThat(admin.get("/api/v1/programs").array()).extracting(listed -> listed.asJsonObject().getString("code")).contains(program);
        assertThat(admin.get("/api/v1/programs/" + program).object().getString("timeZone")).isEqualTo("America/New_York");

        var section = admin.get(sections + "/X1s1").object();
        assertThat(section.keySet()).containsExactly("code", "class", "title", "category", "gradeMin", "gradeMax", "maxStudents",
                "capacity", "enrolled", "seatsLeft", "status", "registrationOpen", "meetings", "rooms");
        assertThat(section.getInt("seatsLeft")).isEqualTo(2);
        assertThat(section.getString("status")).isEqualTo("accepted");
        assertThat(section.getJsonArray("meetings").getJsonObject(0).getString("start")).isEqualTo("2026-03-07T10:00:00-05:00");
        assertThat(section.getJsonArray("rooms").getString(0)).isEqualTo("Room 1");
        assertThat(codes(admin.get(sections).array(), "code")).containsExactly("X1s1", "X1s2", "X2s1");
    }

    @Test
    void listsArePagedByALinkToTheNext() {
        var first = admin.get(sections + "?limit=2");
        var next = first.header("Link").replaceFirst("^<https?://[^/]+(/[^>]+)>; rel=\"next\"$", "$1");

        assertThat(codes(first.array(), "code")).containsExactly("X1s1", "X1s2");
        var last = admin.get(next);
        assertThat(codes(last.array(), "code")).containsExactly("X2s1");
        assertThat(String.join(", ", last.headers().allValues("Link")))
                .matches("<https?://[^>]+sections\\?cursor=[\\w-]+&limit=2>; rel=\"prev\", <https?://[^>]+sections\\?limit=2>; rel=\"first\"");
    }

    @Test
    void aReadIsAnsweredAgainOnlyWhenItHasChanged() {
        var path = sections + "/X1s1";
        var read = admin.get(path);
        var tag = read.header("ETag");
        assertThat(tag).matches("\"[\\w-]{43}\"");
        assertThat(read.header("Cache-Control")).isEqualTo("private, no-cache");

        var unchanged = admin.with("If-None-Match", "\"other\", " + tag).get(path);
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.body()).isEmpty();
        assertThat(unchanged.header("ETag")).isEqualTo(tag);

        enroll("X1s1", 1);
        var changed = admin.with("If-None-Match", tag).get(path);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.object().getInt("enrolled")).isEqualTo(1);
        assertThat(changed.header("ETag")).isNotEqualTo(tag);
        assertThat(admin.get("/api/v1/nothing").header("Cache-Control")).isEqualTo("no-store");
        assertThat(anonymous.get(path).header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void whoPrefersAMinimalAnswerGetsTheLocationAlone() {
        var body = Json.createObjectBuilder().add("student", prefix + 1).build();
        var created = admin.with("Prefer", "return=minimal").post(sections + "/X1s1/registrations", body);

        assertThat(created.status()).isEqualTo(204);
        assertThat(created.body()).isEmpty();
        assertThat(created.header("Preference-Applied")).isEqualTo("return=minimal");
        assertThat(admin.get(URI.create(created.header("Location")).getPath()).object().getString("student")).isEqualTo(prefix + 1);
        assertThat(codes(admin.with("Prefer", "return=minimal").post(sections + "/X1s1/registrations", body).object()
                .getJsonArray("reasons"), "code")).isNotEmpty();
    }

    @Test
    void aRequestThatIsRepeatedWithItsKeyIsAnsweredAgainAndDoesNothingTwice() {
        var keyed = admin.with("Idempotency-Key", "enroll-" + prefix);
        var first = register(keyed, "X1s1", 1, null);
        var again = register(keyed, "X1s1", 1, null);

        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(again.status()).as(again.body()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(roster("X1s1", "")).containsExactly(prefix + 1);
        assertProblem(register(keyed, "X1s1", 2, null), 422);
        assertThat(faults(register(admin.with("Idempotency-Key", "a key"), "X1s1", 2, null))).containsExactly("Idempotency-Key");
        assertThat(roster("X1s1", "")).containsExactly(prefix + 1);
    }

    @Test
    void aRefusalIsNotKeptAndASecretIsNotToldTwice() {
        var keyed = admin.with("Idempotency-Key", "later-" + prefix);
        enroll("X2s1", 2);
        assertProblem(register(keyed, "X2s1", 1, null), 409);
        var seat = admin.get(student(2) + "/schedule").array().getJsonObject(0).getJsonNumber("id");
        assertThat(admin.post("/api/v1/registrations/" + seat + "/expire", "", "application/json").status()).isEqualTo(200);
        assertThat(register(keyed, "X2s1", 1, null).status()).isEqualTo(201);

        var calendar = admin.with("Idempotency-Key", "calendar-" + prefix);
        assertThat(calendar.post(student(1) + "/calendar", "", "application/json").status()).isEqualTo(201);
        var again = calendar.post(student(1) + "/calendar", "", "application/json");
        assertProblem(again, 409);
        assertThat(codes(again.object().getJsonArray("reasons"), "code")).containsExactly("SHOWN_ONCE");
    }

    @Test
    void anImportWithAKeyIsRepeatedInNameOnly() {
        var zip = RosterZip.small("q-" + prefix, "q" + prefix);
        var keyed = admin.with("Idempotency-Key", "import-" + prefix);
        var first = keyed.post("/api/v1/imports/oneroster", zip, "application/zip");
        var again = keyed.post("/api/v1/imports/oneroster", zip, "application/zip");

        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void anEnrollmentIsCreatedAndFoundAtItsLocation() {
        var created = enroll("X1s1", 1);

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.object().keySet()).containsExactly("id", "student", "name", "section", "type", "startDate", "endDate",
                "place", "lapsesAt");
        assertThat(created.object().getString("type")).isEqualTo("Enrolled");
        assertThat(created.object().isNull("endDate")).isTrue();
        var location = URI.create(created.header("Location")).getPath();
        assertThat(admin.get(location).object()).isEqualTo(created.object());
    }

    @Test
    void aRefusalHasEveryReasonAndChangesNothing() {
        enroll("X2s1", 2);
        enroll("X1s1", 1);

        var refused = enroll("X2s1", 1);

        assertProblem(refused, 409);
        assertThat(codes(refused.object().getJsonArray("reasons"), "code")).containsExactly("SCHEDULE_CONFLICT", "SECTION_FULL");
        var eligibility = admin.get(sections + "/X2s1/eligibility?student=" + prefix + 1).object();
        assertThat(eligibility.getBoolean("eligible")).isFalse();
        assertThat(eligibility.getJsonArray("reasons")).isEqualTo(refused.object().getJsonArray("reasons"));
        assertThat(admin.get(sections + "/X2s1").object().getInt("enrolled")).isEqualTo(1);
    }

    @Test
    void expiringTwiceAnswersTheSameAndTheRosterRemembers() {
        var registration = enroll("X1s1", 1).object();
        var expire = "/api/v1/registrations/" + registration.getJsonNumber("id") + "/expire";

        var ended = admin.post(expire, JsonValue.EMPTY_JSON_OBJECT);

        assertThat(ended.status()).isEqualTo(200);
        assertThat(admin.post(expire, JsonValue.EMPTY_JSON_OBJECT).body()).isEqualTo(ended.body());
        assertThat(roster("X1s1", "")).isEmpty();
        assertThat(roster("X1s1", "?at=" + registration.getString("startDate"))).containsExactly(prefix + 1);
        var justBefore = OffsetDateTime.parse(registration.getString("startDate")).minus(Duration.ofMillis(1)).toInstant();
        assertThat(roster("X1s1", "?at=" + justBefore)).isEmpty();
    }

    @Test
    void aMoveIsOneStepInScheduleAndHistory() {
        var old = enroll("X1s1", 1).object();

        var moved = admin.post("/api/v1/registrations/" + old.getJsonNumber("id") + "/move",
                Json.createObjectBuilder().add("section", "X1s2").build());

        assertThat(moved.status()).isEqualTo(201);
        assertThat(codes(admin.get(student(1) + "/schedule").array(), "section")).containsExactly("X1s2");
        assertThat(codes(admin.get(student(1) + "/schedule?at=" + old.getString("startDate").replace("+", "%2B")).array(), "section"))
                .containsExactly("X1s1");
        var history = admin.get(student(1) + "/history").array();
        assertThat(codes(history, "section")).containsExactly("X1s2", "X1s1");
        assertThat(history.getJsonObject(1).getString("endDate")).isEqualTo(history.getJsonObject(0).getString("startDate"));
        var changes = admin.get("/api/v1/programs/" + program + "/changes?from=" + old.getString("startDate").replace("+", "%2B")).object();
        assertThat(codes(changes.getJsonArray("came"), "section")).containsExactly("X1s2");
        assertThat(codes(changes.getJsonArray("left"), "section")).containsExactly("X1s1");
    }

    @Test
    void tenThatComeAtOnceTakeTheTwoSeats() throws Exception {
        var threads = Executors.newFixedThreadPool(10);
        try {
            var statuses = threads.invokeAll(IntStream.range(0, 12).<Callable<Integer>>mapToObj(i ->
                    () -> enroll("X1s1", i % 4 + 1).status()).toList());
            var created = 0;
            for (var status : statuses) {
                assertThat(status.get()).isIn(201, 409);
                created += status.get() == 201 ? 1 : 0;
            }
            assertThat(created).isEqualTo(2);
        } finally {
            threads.shutdown();
        }
        assertThat(roster("X1s1", "")).hasSize(2);
    }

    @Test
    void filesAndCalendarsCome() {
        enroll("X1s1", 1);

        assertThat(admin.get(sections + "/X1s1/roster.csv").body()).contains(prefix + 1);
        assertThat(admin.get(student(1) + "/schedule.pdf").body()).startsWith("%PDF").contains("%%EOF");
        assertThat(admin.get("/api/v1/programs/" + program + "/exports/oneroster").body()).startsWith("PK");
        var calendar = URI.create(admin.post(student(1) + "/calendar", JsonValue.EMPTY_JSON_OBJECT).object().getString("address")).getPath();
        var event = anonymous.get(calendar);
        assertThat(event.body()).contains("SUMMARY:X1s1 Course One", "SEQUENCE:0");
        assertThat(anonymous.get(calendar).header("ETag")).isNotEmpty().isEqualTo(event.header("ETag"));
    }

    @Test
    void interestsInClassesAreReplacedAsAWholeAndKnownAsOfAnyInstant() {
        var interests = student(1) + "/interests";
        assertThat(admin.get(interests).body()).isEqualTo("[]");
        var before = OffsetDateTime.now(ZoneOffset.UTC);
        assertThat(signedIn(1).with("If-Match", admin.get(interests).header("ETag")).put(interests, "[{\"class\":\"X2\"},{\"class\":\"X1\"}]").body())
                .isEqualTo("[{\"class\":\"X1\"},{\"class\":\"X2\"}]");
        assertThat(faults(admin.whateverItIs().put(interests, "[{\"class\":\"X1\"},{\"class\":\"X99\"}]"))).containsExactly("[1].class");

        assertThat(admin.get(interests).body()).isEqualTo("[{\"class\":\"X1\"},{\"class\":\"X2\"}]");
        assertThat(admin.get(interests + "?at=" + before).body()).isEqualTo("[]");
    }

    @Test
    void preferencesAreReplacedAsAWholeAndConverted() {
        assertThat(rank(1, "X1s1", "Priority/1").status()).isEqualTo(200);
        assertThat(rank(1, "X2s1", "Interested", "X1s2", "Interested").status()).isEqualTo(200);
        assertThat(rank(2, "X2s1", "Interested").status()).isEqualTo(200);
        assertThat(admin.get(student(1) + "/preferences").body())
                .isEqualTo("[{\"section\":\"X1s2\",\"type\":\"Interested\"},{\"section\":\"X2s1\",\"type\":\"Interested\"}]");

        var conversion = admin.post("/api/v1/programs/" + program + "/lottery/convert", JsonValue.EMPTY_JSON_OBJECT).object();

        assertThat(conversion.getJsonArray("converted")).hasSize(2);
        var kept = conversion.getJsonArray("notConverted").getJsonObject(0);
        assertThat(kept.getString("student")).isEqualTo(prefix + 2);
        assertThat(codes(kept.getJsonArray("reasons"), "code")).containsExactly("SECTION_FULL");
    }

    @Test
    void anOperationIsUndoneAsAUnitAfterADryRunHasToldWhatThatDoes() {
        rank(1, "X1s1", "Interested");
        rank(2, "X1s1", "Interested");
        admin.post("/api/v1/programs/" + program + "/lottery/convert", JsonValue.EMPTY_JSON_OBJECT);
        var conversion = admin.get("/api/v1/operations?limit=1").array().getJsonObject(0);
        assertThat(conversion.getString("kind")).isEqualTo("convertLottery");
        assertThat(conversion.getString("caller")).isEqualTo(Running.ADMIN);
        assertThat(conversion.getInt("changes")).isEqualTo(4);
        var undo = "/api/v1/operations/" + conversion.getJsonNumber("id") + "/undo";

        var told = admin.post(undo + "?dryRun=true", "", "application/json");
        assertThat(told.object().getJsonArray("restored")).hasSize(2);
        assertThat(roster("X1s1", "")).hasSize(2);

        var done = admin.post(undo, "", "application/json");
        assertThat(done.object().getJsonArray("ended")).hasSize(2);
        assertThat(roster("X1s1", "")).isEmpty();
        assertThat(roster("X1s1", "?type=Interested")).hasSize(2);
        assertProblem(admin.post(undo, "", "application/json"), 409);
        assertThat(faults(admin.post(undo + "?dryRun=maybe", "", "application/json"))).containsExactly("dryRun");
        assertProblem(admin.get("/api/v1/operations/0"), 404);
    }

    @Test
    void aProgramsSettingsBindEveryoneAndStaffOverrideThemForOne() {
        var settings = "/api/v1/programs/" + program + "/settings";
        var closed = """
                {"windows":[{"kind":"ENROLLMENT","opens":null,"closes":"2020-01-01T00:00:00-05:00"}],
                 "maxSections":null,"maxTimeslots":null,"capacityMultiplier":1,"capacityOffset":0}""";
        assertThat(admin.whateverItIs().put(settings, closed).object()).isEqualTo(admin.get(settings).object());

        var refused = enroll("X1s1", 1);
        assertProblem(refused, 409);
        assertThat(codes(refused.object().getJsonArray("reasons"), "code")).containsExactly("OUTSIDE_WINDOW");
        var anyway = "{\"student\":\"" + prefix + "1\",\"override\":{\"rules\":[\"OUTSIDE_WINDOW\"],\"reason\":\"Came late\"}}";
        assertThat(admin.post(sections + "/X1s1/registrations", anyway, "application/json").status()).isEqualTo(201);
        assertThat(admin.get("/api/v1/operations?limit=1").array().getJsonObject(0).getString("reason"))
                .isEqualTo("Came late (overrides OUTSIDE_WINDOW)");

        assertThat(faults(admin.post(sections + "/X1s1/registrations", anyway.replace("OUTSIDE_WINDOW", "SCHEDULE_CONFLICT"),
                "application/json"))).containsExactly("override.rules");
        assertThat(faults(admin.whateverItIs().put(settings, closed.replace("ENROLLMENT", "LUNCH")))).isNotEmpty();
        assertThat(faults(admin.whateverItIs().put(settings, closed.replace(":1,", ":-1,")))).containsExactly("capacityMultiplier");
        assertProblem(signedIn(2).get(settings), 403);
    }

    @Test
    void preferencesComeAsCsvTooAndComingAgainChangeNothing() {
        var csv = "userSourcedId,classSourcedId,type\nU-%1$s1,%2$s-X1s1,Priority/1\nU-%1$s2,%2$s-X1s1,Interested\n".formatted(prefix, program);
        var path = "/api/v1/programs/" + program + "/imports/preferences";
        assertThat(admin.post(path, csv, "text/csv").status()).isEqualTo(200);

        var again = admin.post(path, csv, "text/csv").object().getJsonArray("lines").getJsonObject(0);
        assertThat(again.getInt("added")).isZero();
        assertThat(again.getInt("unchanged")).isEqualTo(2);

        var broken = admin.post(path, csv + "U-nobody," + program + "-X1s1,Wanted\n", "text/csv");
        assertProblem(broken, 400);
        assertThat(broken.object().getJsonArray("importErrors")).extracting(JsonValue::asJsonObject).extracting(
                error -> error.getString("file") + ":" + error.getInt("line") + ":" + error.getString("column"))
                .containsExactlyInAnyOrder("preferences.csv:4:userSourcedId", "preferences.csv:4:type");
    }

    @Test
    void importingTheSameFilesAgainChangesNothing() {
        var again = admin.post("/api/v1/imports/oneroster", RosterZip.small(program, prefix), "application/zip").object();

        assertThat(again.getJsonArray("lines")).isNotEmpty().allSatisfy(line -> {
            assertThat(line.asJsonObject().getInt("added")).isZero();
            assertThat(line.asJsonObject().getInt("changed")).isZero();
            assertThat(line.asJsonObject().getInt("ended")).isZero();
        });
    }

    @Test
    void whateverIsWrongIsAProblemThatNamesIt() {
        assertProblem(admin.get("/api/v1/programs/nowhere"), 404);
        assertProblem(admin.get(sections + "/X9s9/roster"), 404);
        assertProblem(admin.get("/api/v1/students/nobody/programs/" + program + "/history"), 404);
        assertProblem(admin.get("/api/v1/registrations/0"), 404);
        assertProblem(admin.get("/api/v1/registrations/99999999999999999999"), 404);
        assertProblem(admin.get("/api/v1/nothing"), 404);
        assertProblem(admin.get("/api/nothing"), 404);
        assertProblem(admin.get("/api/v1/application.wadl"), 404);
        assertThat(faults(admin.with("If-None-Match", "none").get(sections))).containsExactly("If-None-Match");
        assertProblem(admin.delete("/api/v1/programs"), 405);
        assertProblem(admin.post(sections + "/X1s1/registrations", "student=x", "text/plain"), 415);
        assertThat(faults(admin.get(sections + "?limit=0"))).containsExactly("limit");
        assertThat(faults(admin.get(sections + "?cursor=!"))).containsExactly("cursor");
        assertThat(faults(admin.get(sections + "/X1s1/roster?at=yesterday"))).containsExactly("at");
        assertThat(faults(admin.get(sections + "/X1s1/roster?type=Wanted"))).containsExactly("type");
        assertThat(faults(admin.get(sections + "/X1s1/eligibility"))).containsExactly("student");
        assertThat(faults(admin.get("/api/v1/programs/" + program + "/changes"))).containsExactly("from");
        for (var body : List.of("{}", "{\"student\":\"\"}", "{\"student\":null}", "{\"student\":{}}")) {
            assertThat(faults(admin.post(sections + "/X1s1/registrations", body, "application/json"))).containsExactly("student");
        }
        assertThat(faults(admin.post(sections + "/X1s1/registrations", "{\"studnet\":\"a\"}", "application/json"))).containsExactly("studnet");
        for (var body : List.of("", "{", "[]", "null", "7")) {
            assertThat(faults(admin.post(sections + "/X1s1/registrations", body, "application/json"))).isNotEmpty();
        }
        assertThat(faults(rank(1, "X9s9", "Interested", "X1s1", "Wanted"))).containsExactly("[0].section", "[1].type");
    }

    @Test
    void aBodyThatIsTooLargeTooDeepOrInAnotherEncodingIsRefusedEarly() {
        var path = sections + "/X1s1/registrations";
        assertProblem(admin.post(path, "{\"student\":\"" + "a".repeat(1 << 20) + "\"}", "application/json"), 413);
        assertThat(faults(admin.post(path, "[".repeat(100_000), "application/json"))).containsExactly("body");
        assertThat(faults(admin.post(path, new byte[] {'"', (byte) 0xe9, '"'}, "application/json"))).containsExactly("body");
        assertProblem(admin.post(path, "{}", "application/json; charset=iso-8859-1"), 415);
        var compressed = admin.with("Content-Encoding", "gzip").post(path, "{}", "application/json");
        assertProblem(compressed, 415);
        assertThat(compressed.header("Accept-Encoding")).isEqualTo("identity");
    }

    @Test
    void everyoneSeesOnlyWhatTheRoleAllows() {
        assertProblem(anonymous.get("/api/v1/programs"), 401);
        assertProblem(anonymous.as(Running.ADMIN, "wrong").get("/api/v1/programs"), 401);
        assertThat(anonymous.get("/health").status()).isEqualTo(200);
        assertThat(anonymous.get("/openapi").body()).contains("/api/v1/programs/{program}/sections/{section}/roster");

        var student = signedIn(1);
        var another = enroll("X1s1", 2).object();
        assertThat(student.get(sections).status()).isEqualTo(200);
        assertThat(student.get(student(1) + "/schedule").status()).isEqualTo(200);
        assertProblem(student.get(student(2) + "/schedule"), 404);
        assertProblem(student.get(sections + "/X1s1/roster"), 403);
        assertProblem(student.get("/api/v1/registrations/" + another.getJsonNumber("id")), 404);
        assertProblem(student.post("/api/v1/programs/" + program + "/lottery/convert", JsonValue.EMPTY_JSON_OBJECT), 403);
        assertProblem(student.post("/api/v1/imports/oneroster", new byte[0], "application/zip"), 403);
        assertProblem(register(student, "X1s1", 2, "Interested"), 404);
        assertThat(register(student, "X1s1", 1, null).status()).isEqualTo(201);
        assertProblem(register(student, "X1s1", 1, "Attended"), 403);
        assertProblem(student.get("/api/v1/operations"), 403);
        assertProblem(student.post("/api/v1/operations/1/undo", "", "application/json"), 403);
    }
}
