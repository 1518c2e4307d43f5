package org.classreg.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.classreg.system.Http.Answer;

/** Whatever staff may ask of a program by REST, at random; and what was acknowledged of it. Whatever it is, the limits stay below the most. */
final class RandomRequests {

    static final int MOST_STUDENTS = 9;
    static final int MOST_SECTIONS = 2;
    static final List<String> CODES = List.of("X1s1", "X1s2", "X2s1");
    static final String LUNCH = "{'start':'2026-03-07T11:00:00-05:00','end':'2026-03-07T11:30:00-05:00','lunch':true}";

    private static final List<String> SLOTS = List.of("'start':'2026-03-07T10:00:00-05:00','end':'2026-03-07T11:00:00-05:00'",
            "'start':'2026-03-07T12:00:00-05:00','end':'2026-03-07T13:00:00-05:00'", "'start':'2026-03-07T10:30:00-05:00','end':'2026-03-07T11:30:00-05:00'");
    private static final List<String> TYPES = List.of("Enrolled", "Enrolled", "Enrolled", "Waitlist", "Waitlist", "Interested", "Priority/1", "Attended");
    private static final List<String> DATED = List.of("/registrations", "/checkins", "/sections/X1s1/roster", "/sections/X1s2/waitlist");

    private final String program;
    private final List<String> students;
    private final Map<Long, JsonObject> registrations = new ConcurrentHashMap<>();
    private final Map<String, JsonObject> checkIns = new ConcurrentHashMap<>();
    private final Map<String, List<JsonValue>> dated = new ConcurrentHashMap<>();

    RandomRequests(String code, List<String> students) {
        program = "/api/v1/programs/" + code;
        this.students = students;
    }

    /** Registrations as they were answered last, by id. */
    Map<Long, JsonObject> registrations() {
        return registrations;
    }

    /** The check-ins that were answered, each by who came when. */
    Map<String, JsonObject> checkIns() {
        return checkIns;
    }

    /** What was asked as of an instant that had just come, each with who or what was there. */
    Map<String, List<JsonValue>> dated() {
        return dated;
    }

    static String settings(Random random) {
        return json("{'windows':%s,'maxSections':%d,'maxTimeslots':%d,'capacityMultiplier':1,'capacityOffset':%d,'caps':[{'maxStudents':%d},"
                + "{'gradeMax':10,'maxStudents':%d}],'priorityLimit':1,'offerMinutes':%s}", random.nextInt(4) > 0 ? "[]"
                : "[{'kind':'CHANGES','opens':null,'closes':'2020-01-01T00:00:00Z'}]", 1 + random.nextInt(MOST_SECTIONS), 1 + random.nextInt(MOST_SECTIONS),
                random.nextInt(2), MOST_STUDENTS + random.nextInt(2), MOST_STUDENTS - random.nextInt(3), random.nextBoolean() ? "null" : "1");
    }

    /** Asks one thing of a node. @throws AssertionError unless it is done or refused */
    void next(Http node, Random random) {
        var kind = random.nextInt(20);
        if (kind < 9) {
            seat(node, random);
        } else if (kind < 13) {
            attendance(node, random);
        } else if (kind < 18) {
            bulk(node, random);
        } else {
            ask(node, random);
        }
    }

    private void seat(Http node, Random random) {
        var section = program + "/sections/" + any(CODES, random);
        var student = any(students, random);
        switch (random.nextInt(6)) {
            case 0 -> note(post(node, program + "/classes/" + any(List.of("X1", "X2"), random) + "/registrations", "{'student':'%s'}", student));
            case 1 -> act(node, random, any(CODES, random));
            case 2 -> note(post(node, section + "/registrations", "{'student':'%s','swap':true}", student));
            default -> note(post(node, section + "/registrations", "{'student':'%s','type':'%s'}", student, any(TYPES, random)));
        }
    }

    /** Moves, ends or accepts something that the student has. */
    private void act(Http node, Random random, String target) {
        var has = note(node.get("/api/v1/students/" + any(students, random) + program.substring("/api/v1".length()) + "/history?limit=20"));
        var active = has.array().getValuesAs(JsonObject.class).stream().filter(row -> row.isNull("endDate")).toList();
        if (!active.isEmpty()) {
            var path = "/api/v1/registrations/" + any(active, random).getJsonNumber("id");
            switch (random.nextInt(4)) {
                case 0 -> note(post(node, path + "/move", "{'section':'%s'}", target));
                case 1 -> note(post(node, path + "/accept", "{}"));
                default -> note(post(node, path + "/expire", "{}"));
            }
        }
    }

    private void attendance(Http node, Random random) {
        var section = program + "/sections/" + any(CODES, random);
        var student = any(students, random);
        switch (random.nextInt(5)) {
            case 0 -> note(post(node, section + "/walk-ins", "{'student':'%s'}", student));
            case 1 -> note(post(node, program + "/checkins/" + student + "/checkout", "{}"));
            case 2 -> note(post(node, section + "/attendance", "[{'student':'%s','present':%b}]", student, random.nextBoolean()));
            default -> note(post(node, program + "/checkins", "{'student':'%s'}", student));
        }
    }

    private void bulk(Http node, Random random) {
        switch (random.nextInt(9)) {
            case 0 -> note(post(node, program + "/lottery/convert", "{'types':['Priority/1','Interested']}"));
            case 1 -> note(post(node, program + "/registrations", "[%s,%s,%s]", line(random), line(random), line(random)));
            case 2 -> note(post(node, program + "/unenroll-missing", "{'by':'%s'}", Instant.now().minusMillis(1_000 + random.nextInt(3_000))));
            case 3 -> note(node.whateverItIs().put(program + "/settings", settings(random)));
            case 4 -> note(node.whateverItIs().put("/api/v1/students/" + any(students, random) + program.substring("/api/v1".length()) + "/preferences",
                    json("[{'section':'%s','type':'Priority/1'}]", any(CODES, random))));
            case 5 -> note(post(node, program + "/sections/" + any(CODES, random) + "/changes", random.nextBoolean() ? "{'maxStudents':%d,'treatment':'%s'}"
                    : "{'maxStudents':%d,'treatment':'%s','meetings':[{%s}]}", random.nextInt(5), any(List.of("WAITLIST", "END"), random), any(SLOTS, random)));
            case 6 -> cancelForAMoment(node, program + "/sections/" + any(CODES, random));
            default -> undo(node, random.nextInt(10));
        }
    }

    private String line(Random random) {
        return json("{'student':'%s','section':'%s','type':'%s'}", any(students, random), any(CODES, random), any(TYPES, random));
    }

    private void cancelForAMoment(Http node, String section) {
        if (note(post(node, section + "/cancel", "{'unschedule':true}")).status() < 300) {
            undo(node, 0);
        }
    }

    /** Undoes what was done so many operations ago, whoever did it. */
    private void undo(Http node, int ago) {
        var operations = note(node.get("/api/v1/operations?limit=20")).array();
        if (ago < operations.size()) {
            note(post(node, "/api/v1/operations/" + operations.getJsonObject(ago).getJsonNumber("id") + "/undo", "{}"));
        }
    }

    private void ask(Http node, Random random) {
        var question = program + any(DATED, random) + "?limit=500&at=" + Instant.now().truncatedTo(ChronoUnit.MICROS);
        dated.put(question, rows(note(node.get(question))));
    }

    /** Registrations by their ids, check-ins by the students: what else they say, such as their end, may come later. */
    static List<JsonValue> rows(Answer answer) {
        return answer.array().getValuesAs(JsonObject.class).stream().map(row -> row.getOrDefault("id", row.get("student"))).toList();
    }

    private Answer note(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isIn(200, 201, 204, 400, 404, 409);
        if (answer.status() < 300 && !answer.body().isEmpty()) {
            note(answer.body().startsWith("[") ? answer.array() : answer.object());
        }
        return answer;
    }

    private void note(JsonValue value) {
        if (value instanceof JsonObject object) {
            if (object.containsKey("student") && object.containsKey("section") && object.get("id") instanceof JsonNumber id) {
                registrations.merge(id.longValue(), object, RandomRequests::later);
            } else if (object.containsKey("student") && object.containsKey("startDate")) {
                checkIns.put(object.getString("student") + " " + object.get("startDate"), object);
            }
            object.values().forEach(this::note);
        } else if (value.getValueType() == JsonValue.ValueType.ARRAY) {
            value.asJsonArray().forEach(this::note);
        }
    }

    private static JsonObject later(JsonObject one, JsonObject other) {
        return one.isNull("endDate") ? other : one;
    }

    private static Answer post(Http node, String path, String body, Object... values) {
        return node.post(path, json(body, values), "application/json");
    }

    private static String json(String text, Object... values) {
        return text.formatted(values).replace('\'', '"');
    }

    private static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
