package org.classreg.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A real department, end to end over HTTP: imported, and all its preferences converted. */
class UmassIT {

    private static final String PROGRAM = "/api/v1/programs/2024-fall";

    private static byte[] zip;
    private static MicroServer server;
    private static Http admin;

    @BeforeAll
    static void start() {
        zip = RosterZip.ofFolder(SharedData.folder("umass-fall-2024"));
        server = MicroServer.start(Running.administrator());
        admin = Http.of(server.baseUri()).as(Running.ADMIN, Running.PASSWORD);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.stop();
        }
    }

    @Test
    void theDepartmentIsImportedAndEveryPreferenceIsAnswered() {
        var report = lines();
        assertThat(report.get("People").getInt("added")).isEqualTo(693);
        assertThat(report.get("Sections").getInt("added")).isEqualTo(96);
        assertThat(report.get("Preferences").getInt("added")).isEqualTo(12_613);
        assertThat(lines().values()).allSatisfy(line -> assertThat(line.getInt("added") + line.getInt("changed") + line.getInt("ended")).isZero());

        var types = Json.createArrayBuilder(List.of("Priority/1", "Priority/2", "Priority/3", "Interested"));
        var conversion = admin.post(PROGRAM + "/lottery/convert", Json.createObjectBuilder().add("types", types).build()).object();

        var converted = conversion.getJsonArray("converted").getValuesAs(JsonObject.class);
        var notConverted = conversion.getJsonArray("notConverted").getValuesAs(JsonObject.class);
        assertThat(converted.size() + notConverted.size()).isEqualTo(12_613);
        assertThat(notConverted).isNotEmpty().allSatisfy(kept -> assertThat(kept.getJsonArray("reasons")).isNotEmpty());
        assertThatNobodyIsOverbooked(converted);
    }

    private static Map<String, JsonObject> lines() {
        var lines = new HashMap<String, JsonObject>();
        var answer = admin.post("/api/v1/imports/oneroster", zip, "application/zip");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        answer.object().getJsonArray("lines").getValuesAs(JsonObject.class).forEach(line -> lines.put(line.getString("kind"), line));
        return lines;
    }

    private static void assertThatNobodyIsOverbooked(List<JsonObject> enrollments) {
        var sections = new HashMap<String, JsonObject>();
        admin.get(PROGRAM + "/sections").array().getValuesAs(JsonObject.class).forEach(section -> sections.put(section.getString("code"), section));
        var taken = new HashMap<String, Integer>();
        var schedules = new HashMap<String, List<String>>();
        for (var enrollment : enrollments) {
            taken.merge(enrollment.getString("section"), 1, Integer::sum);
            schedules.computeIfAbsent(enrollment.getString("student"), first -> new ArrayList<>()).add(enrollment.getString("section"));
        }
        sections.forEach((code, section) -> assertThat(section.getInt("enrolled")).as(code)
                .isEqualTo(taken.getOrDefault(code, 0)).isLessThanOrEqualTo(section.getInt("capacity")));
        schedules.forEach((student, codes) -> {
            assertThat(new HashSet<>(codes.stream().map(code -> code.substring(0, code.indexOf('-'))).toList())).as(student).hasSameSizeAs(codes);
            for (int i = 0; i < codes.size(); i++) {
                for (var other : codes.subList(i + 1, codes.size())) {
                    assertThat(overlap(sections.get(codes.get(i)), sections.get(other))).as(student + " " + codes).isFalse();
                }
            }
        });
    }

    private static boolean overlap(JsonObject one, JsonObject other) {
        return meetings(one).stream().anyMatch(mine -> meetings(other).stream().anyMatch(theirs ->
                instant(mine, "start").isBefore(instant(theirs, "end")) && instant(theirs, "start").isBefore(instant(mine, "end"))));
    }

    private static List<JsonObject> meetings(JsonObject section) {
        return section.getJsonArray("meetings").getValuesAs(JsonObject.class);
    }

    private static OffsetDateTime instant(JsonObject meeting, String name) {
        return OffsetDateTime.parse(meeting.getString(name));
    }
}
