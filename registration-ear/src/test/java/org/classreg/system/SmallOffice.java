package org.classreg.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.classreg.system.Http.Answer;
import org.junit.jupiter.api.BeforeEach;

/** A small program of its own for each test, and the requests that tests repeat. */
abstract class SmallOffice {

    final Http anonymous;
    final Http admin;
    final String prefix = "u" + UUID.randomUUID().toString().substring(0, 8);
    final String program = "p-" + prefix;
    final String sections = "/api/v1/programs/" + program + "/sections";

    SmallOffice(Http anonymous) {
        this.anonymous = anonymous;
        admin = anonymous.as(Running.ADMIN, Running.PASSWORD);
    }

    @BeforeEach
    void aSmallProgramIsImported() {
        assertThat(admin.post("/api/v1/imports/oneroster", RosterZip.small(program, prefix), "application/zip").status()).isEqualTo(200);
    }

    Http signedIn(int number) {
        var password = Json.createObjectBuilder().add("password", "a-students-password").build();
        assertThat(admin.put("/api/v1/people/" + prefix + number + "/password", password).status()).isEqualTo(204);
        return anonymous.as(prefix + number, "a-students-password");
    }

    Answer enroll(String section, int number) {
        return register(admin, section, number, null);
    }

    Answer register(Http caller, String section, int number, String type) {
        var body = Json.createObjectBuilder().add("student", prefix + number);
        if (type != null) {
            body.add("type", type);
        }
        return caller.post(sections + "/" + section + "/registrations", body.build());
    }

    Answer rank(int number, String... sectionsAndTypes) {
        var body = Json.createArrayBuilder();
        for (int i = 0; i < sectionsAndTypes.length; i += 2) {
            body.add(Json.createObjectBuilder().add("section", sectionsAndTypes[i]).add("type", sectionsAndTypes[i + 1]));
        }
        return admin.whateverItIs().put(student(number) + "/preferences", body.build());
    }

    String student(int number) {
        return "/api/v1/students/" + prefix + number + "/programs/" + program;
    }

    List<String> roster(String section, String query) {
        return codes(admin.get(sections + "/" + section + "/roster" + query.replace("+", "%2B")).array(), "student");
    }

    static List<String> codes(JsonArray array, String field) {
        return array.stream().map(entry -> entry.asJsonObject().getString(field)).toList();
    }

    static List<String> faults(Answer answer) {
        assertProblem(answer, 400);
        return codes(answer.object().getJsonArray("errors"), "field");
    }

    static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        JsonObject problem = answer.object();
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.keySet()).contains("type", "title", "detail");
        assertThat(answer.body()).doesNotContain("Exception", "<html");
    }
}
