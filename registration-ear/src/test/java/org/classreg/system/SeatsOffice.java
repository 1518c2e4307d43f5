package org.classreg.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import java.util.List;
import org.classreg.system.Http.Answer;
import org.junit.jupiter.api.Test;

/** What an integrator relies on when seats change hands, over HTTP: the same on every server and database. */
abstract class SeatsOffice extends ConventionsOffice {

    SeatsOffice(Http anonymous) {
        super(anonymous);
    }

    @Test
    void aFreedSeatGoesToWhoWaitsFirstOrIsOffered() {
        var first = enroll("X2s1", 1);
        assertProblem(enroll("X2s1", 2), 409);
        assertThat(register(admin, "X2s1", 2, "Waitlist").status()).isEqualTo(201);
        assertThat(register(admin, "X2s1", 3, "Waitlist").object().getInt("place")).isPositive();
        assertThat(waitlist("X2s1")).containsExactly(prefix + 2, prefix + 3);

        expire(first);
        assertThat(roster("X2s1", "")).containsExactly(prefix + 2);
        assertThat(waitlist("X2s1")).containsExactly(prefix + 3);

        keepFreedSeatsFor(60);
        var second = admin.get(student(2) + "/schedule").array().getJsonObject(0).getJsonNumber("id");
        admin.post("/api/v1/registrations/" + second + "/expire", JsonValue.EMPTY_JSON_OBJECT);
        assertThat(roster("X2s1", "")).isEmpty();
        var offer = admin.get(sections + "/X2s1/roster?type=Offered").array().getJsonObject(0);
        assertThat(offer.getString("student")).isEqualTo(prefix + 3);
        assertThat(offer.getString("lapsesAt")).isGreaterThan(offer.getString("startDate"));

        var accept = "/api/v1/registrations/" + offer.getJsonNumber("id") + "/accept";
        assertProblem(signedIn(1).post(accept, JsonValue.EMPTY_JSON_OBJECT), 404);
        assertThat(signedIn(3).post(accept, JsonValue.EMPTY_JSON_OBJECT).object().getString("type")).isEqualTo("Enrolled");
        assertThat(reasons(signedIn(3).post(accept, JsonValue.EMPTY_JSON_OBJECT))).containsExactly("OFFER_LAPSED");
        assertThat(roster("X2s1", "")).containsExactly(prefix + 3);
    }

    @Test
    void aSectionIsCancelledAndThatIsUndone() {
        enroll("X1s1", 1);
        enroll("X1s1", 2);
        var before = admin.get(sections + "/X1s1").object();

        var cancelled = post(sections + "/X1s1/cancel", "{'unschedule':true,'reason':'The teacher is ill'}").object();

        assertThat(codes(cancelled.getJsonArray("ended"), "student")).containsExactlyInAnyOrder(prefix + 1, prefix + 2);
        assertThat(roster("X1s1", "")).isEmpty();
        assertThat(admin.get(sections + "/X1s1").object().getString("status")).isEqualTo("cancelled");
        assertThat(reasons(post(sections + "/X1s1/cancel", "{}"))).containsExactly("SECTION_CANCELLED");
        var operation = admin.get("/api/v1/operations?limit=1").array().getJsonObject(0);
        assertThat(operation.getString("reason")).isEqualTo("The teacher is ill");

        admin.post("/api/v1/operations/" + operation.getJsonNumber("id") + "/undo", JsonValue.EMPTY_JSON_OBJECT);

        assertThat(roster("X1s1", "")).containsExactly(prefix + 1, prefix + 2);
        assertThat(admin.get(sections + "/X1s1").object()).isEqualTo(before);
    }

    @Test
    void aListIsRegisteredAsFarAsTheRulesAllow() {
        var path = "/api/v1/programs/" + program + "/registrations";
        var line = "{'student':'%s','section':'%s'}";
        var lines = String.join(",", line.formatted(prefix + 1, "X2s1"), line.formatted(prefix + 2, "X2s1"),
                line.formatted(prefix + 3, "X9s9"), line.formatted("nobody", "X1s1"), line.formatted(prefix + 4, "X1s1"));

        var results = post(path, "[" + lines + "]").array();

        assertThat(results).extracting(result -> codes(result.asJsonObject().getJsonArray("reasons"), "code"))
                .containsExactly(List.of(), List.of("SECTION_FULL"), List.of("NOT_FOUND"), List.of("NOT_FOUND"), List.of());
        assertThat(roster("X2s1", "")).containsExactly(prefix + 1);
        assertThat(roster("X1s1", "")).containsExactly(prefix + 4);
        assertThat(admin.get("/api/v1/operations?limit=1").array().getJsonObject(0).getInt("changes")).isEqualTo(2);
        assertThat(faults(post(path, "[{'student':'a'}]"))).containsExactly("[0].section");
    }

    @Test
    void whoWalksInIsEnrolledCheckedInAndMarkedAtOnce() {
        var checkIns = "/api/v1/programs/" + program + "/checkins";
        assertThat(post(sections + "/X1s1/walk-ins", "{'student':'%s1'}".formatted(prefix)).status()).isEqualTo(201);
        assertThat(roster("X1s1", "?type=Attended")).containsExactly(prefix + 1);
        assertThat(codes(admin.get(checkIns).array(), "student")).containsExactly(prefix + 1);

        var out = checkIns + "/" + prefix + "1/checkout";
        assertThat(admin.post(out, JsonValue.EMPTY_JSON_OBJECT).object().isNull("endDate")).isFalse();
        assertThat(reasons(admin.post(out, JsonValue.EMPTY_JSON_OBJECT))).containsExactly("NOT_CHECKED_IN");
        assertThat(admin.get(checkIns).array()).isEmpty();

        var marks = post(sections + "/X1s1/attendance", "[{'student':'%1$s1','present':false},{'student':'%1$s2','present':true}]"
                .formatted(prefix)).array();
        assertThat(codes(marks.getJsonObject(1).getJsonArray("reasons"), "code")).containsExactly("NOT_ENROLLED");
        assertThat(roster("X1s1", "?type=Attended")).isEmpty();
    }

    @Test
    void whoDoesNotComeLosesTheSeat() {
        enroll("X1s1", 1);
        enroll("X1s2", 2);
        post("/api/v1/programs/" + program + "/checkins", "{'student':'%s1'}".formatted(prefix));
        var path = "/api/v1/programs/" + program + "/unenroll-missing";
        var byThen = "{'by':'2999-01-01T00:00:00Z'}";

        assertThat(post(path, "{'by':'2020-01-01T00:00:00Z'}").object().getJsonArray("ended")).isEmpty();
        assertThat(codes(post(path + "?dryRun=true", byThen).object().getJsonArray("ended"), "student")).containsExactly(prefix + 2);
        assertThat(roster("X1s2", "")).containsExactly(prefix + 2);
        assertThat(codes(post(path, byThen).object().getJsonArray("ended"), "student")).containsExactly(prefix + 2);
        assertThat(roster("X1s2", "")).isEmpty();
        assertThat(roster("X1s1", "")).containsExactly(prefix + 1);
    }

    @Test
    void aSectionThatShrinksSendsWhoCameLastToTheLine() {
        enroll("X1s1", 1);
        enroll("X1s1", 2);
        var changes = sections + "/X1s1/changes";

        var told = post(changes + "?dryRun=true", "{'maxStudents':1}").object().getJsonArray("concerned").getJsonObject(0);
        assertThat(told.getJsonObject("registration").getString("student")).isEqualTo(prefix + 2);
        assertThat(codes(told.getJsonArray("reasons"), "code")).containsExactly("SECTION_FULL");
        assertThat(admin.get(sections + "/X1s1").object().getInt("capacity")).isEqualTo(2);
        assertThat(faults(post(changes, "{'maxStudents':1}"))).containsExactly("treatment");

        assertThat(post(changes, "{'maxStudents':1,'treatment':'WAITLIST'}").status()).isEqualTo(200);
        assertThat(roster("X1s1", "")).containsExactly(prefix + 1);
        assertThat(waitlist("X1s1")).containsExactly(prefix + 2);

        assertThat(post(changes, "{'meetings':[],'treatment':'KEEP'}").status()).isEqualTo(200);
        assertThat(admin.get(sections + "/X1s1").object().getInt("capacity")).isEqualTo(1);
        assertThat(faults(post(changes, "{'maxStudents':'many','treatment':'KEEP'}"))).containsExactly("maxStudents");
        assertThat(post(changes, "{'maxStudents':null,'treatment':'KEEP'}").status()).isEqualTo(200);
        assertThat(admin.get(sections + "/X1s1").object().getInt("capacity")).isZero();
    }

    @Test
    void whatStandsInTheWayIsSwappedAndAClassFindsItsSection() {
        enroll("X1s1", 1);
        assertProblem(enroll("X2s1", 1), 409);

        assertThat(post(sections + "/X2s1/registrations", "{'student':'%s1','swap':true}".formatted(prefix)).status()).isEqualTo(201);
        assertThat(codes(admin.get(student(1) + "/schedule").array(), "section")).containsExactly("X2s1");

        var found = post("/api/v1/programs/" + program + "/classes/X1/registrations", "{'student':'%s1'}".formatted(prefix));
        assertThat(found.object().getString("section")).isEqualTo("X1s2");
    }

    @Test
    void anOverrideLetsOneStudentInForSomeTime() {
        enroll("X2s1", 1);
        var overrides = student(2) + "/overrides";
        assertThat(faults(post(overrides, "{'kind':'FULL'}"))).containsExactly("reason");
        var granted = post(overrides, "{'kind':'FULL','class':'X2','reason':'A sibling is in it'}");
        assertThat(granted.status()).isEqualTo(201);
        assertThat(granted.object().getString("class")).isEqualTo("X2");
        assertThat(eligible(2, "")).isTrue();
        assertThat(eligible(2, "&at=2020-01-01T00:00:00Z")).isTrue();

        var expire = "/api/v1/overrides/" + granted.object().getJsonNumber("id") + "/expire";
        assertThat(admin.post(expire, JsonValue.EMPTY_JSON_OBJECT).object().isNull("until")).isFalse();
        assertThat(eligible(2, "")).isFalse();
        assertThat(admin.get(overrides).array()).hasSize(1);
        assertThat(signedIn(2).get(overrides).array()).as("her own").hasSize(1);
        assertProblem(signedIn(1).get(overrides), 404);
    }

    private boolean eligible(int number, String at) {
        return admin.get(sections + "/X2s1/eligibility?student=" + prefix + number + at).object().getBoolean("eligible");
    }

    private void keepFreedSeatsFor(int minutes) {
        var settings = "{\"windows\":[],\"capacityMultiplier\":1,\"capacityOffset\":0,\"offerMinutes\":" + minutes + "}";
        assertThat(admin.whateverItIs().put("/api/v1/programs/" + program + "/settings", settings).object().getInt("offerMinutes")).isEqualTo(minutes);
    }

    private List<String> waitlist(String section) {
        return codes(admin.get(sections + "/" + section + "/waitlist").array(), "student");
    }

    private void expire(Answer registration) {
        admin.post("/api/v1/registrations/" + registration.object().getJsonNumber("id") + "/expire", JsonValue.EMPTY_JSON_OBJECT);
    }

    /** @param json with single quotes, for the reader's sake */
    private Answer post(String path, String json) {
        return admin.post(path, json.replace('\'', '"'), "application/json");
    }

    private static List<String> reasons(Answer refused) {
        assertProblem(refused, 409);
        return codes(refused.object().getJsonArray("reasons"), "code");
    }
}
