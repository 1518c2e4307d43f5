package org.classreg.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.classreg.system.Http.Answer;

/**
 * A program in which some people have rights, and another in which others have the same, with all that an operation may be about. Asks
 * for operations in the name of each. What is sent is the example of the OpenAPI document, with the names of this program, or what stands in
 * {@link #body}.
 */
final class RightsOffice {

    static final String NOBODY = "nobody-at-all";

    private static final String PASSWORD = "lantern by the river";
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    /** The columns of the table. */
    enum Caller {
        NOBODY, STUDENT, ANOTHER_STUDENT, TEACHER, OTHER_TEACHER, VOLUNTEER, OTHER_VOLUNTEER, STAFF, OTHER_STAFF, ADMINISTRATOR;

        private String username() {
            return this == ANOTHER_STUDENT ? STUDENT.username() : name().toLowerCase().replace('_', '-');
        }
    }

    private final Http admin;
    private final JsonObject document;
    private final String prefix = "r" + UUID.randomUUID().toString().substring(0, 8) + "-";
    private final String program = prefix + "here";
    private final Map<Caller, Http> callers = new EnumMap<>(Caller.class);
    private final Map<String, Long> ids = new LinkedHashMap<>();

    RightsOffice(Http anonymous, JsonObject document) {
        this.document = document;
        var any = anonymous.with("If-Match", "*");
        admin = any.as(Running.ADMIN, Running.PASSWORD);
        for (var code : new String[] {program, prefix + "elsewhere"}) {
            assertThat(admin.post("/api/v1/imports/oneroster", zip(code), "application/zip").status()).isEqualTo(200);
        }
        callers.put(Caller.NOBODY, any);
        callers.put(Caller.ADMINISTRATOR, admin);
        for (var caller : Caller.values()) {
            callers.computeIfAbsent(caller, one -> signedIn(any, one.username()));
        }
        giveRights();
        Stream.of("student", "neighbour").forEach(this::giveRegistrations);
        created("/programs/" + program + "/sections/M1210s2/registrations", "{\"student\":\"%sthird\"}".formatted(prefix));
        ids.put("timeslot", (long) admin.get("/api/v1/programs/" + program + "/timeslots").array().getJsonObject(0).getInt("id"));
        ids.put("operation", (long) callers.get(Caller.STAFF).get("/api/v1/operations?limit=1").array().getJsonObject(0).getInt("id"));
        Stream.of("student", "neighbour").forEach(student -> ids.put(student + " override", created("/students/" + prefix + student + "/programs/"
                + program + "/overrides", "{\"kind\":\"FULL\",\"reason\":\"A test\"}")));
        Stream.of("unpublished", "published", "to publish").forEach(run -> ids.put(run, run()));
        Stream.of("unpublished", "published", "to publish").forEach(run -> awaitPlan(ids.get(run)));
        assertThat(admin.post(runs() + ids.get("published") + "/publish", "", "application/json").status()).isEqualTo(200);
    }

    private void giveRights() {
        for (var role : new String[] {"volunteer", "staff"}) {
            create("/programs/" + program + "/roles", "{\"username\":\"%1$s%2$s\",\"role\":\"%2$s\"}".formatted(prefix, role));
            create("/programs/" + prefix + "elsewhere/roles", "{\"username\":\"%1$sother-%2$s\",\"role\":\"%2$s\"}".formatted(prefix, role));
        }
        for (var section : new String[] {"E1234s1", "C1s1"}) {
            teach("teacher", section);
        }
        teach("other-teacher", "E1234s2");
    }

    private void teach(String teacher, String section) {
        assertThat(admin.put("/api/v1/programs/" + program + "/sections/" + section + "/teachers", teachers(teacher)).status()).isEqualTo(200);
    }

    private String teachers(String... teachers) {
        return Stream.of(teachers).map(teacher -> "{\"username\":\"" + prefix + teacher + "\"}").collect(Collectors.joining(",", "[", "]"));
    }

    private void giveRegistrations(String student) {
        for (var section : new String[] {"E1234s1", "C1s1"}) {
            ids.put(student + section, created("/programs/" + program + "/sections/" + section + "/registrations",
                    "{\"student\":\"%s%s\"}".formatted(prefix, student)));
        }
        created("/programs/" + program + "/sections/M1210s2/registrations", "{\"student\":\"%s%s\",\"type\":\"Interested\"}".formatted(prefix, student));
    }

    private Http signedIn(Http any, String username) {
        assertThat(admin.put("/api/v1/people/" + prefix + username + "/password", "{\"password\":\"" + PASSWORD + "\"}").status()).isEqualTo(204);
        return any.as(prefix + username, PASSWORD);
    }

    private long run() {
        return created("/programs/" + program + "/lottery/runs", "{\"mode\":\"balanced\",\"seed\":7,\"options\":{\"timeLimit\":5}}");
    }

    private void awaitPlan(long run) {
        for (int i = 0; i < 300 && !admin.get(runs() + run).object().getString("state").matches("DONE|STOPPED"); i++) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        assertThat(admin.get(runs() + run).object().getString("state")).matches("DONE|STOPPED");
    }

    private String runs() {
        return "/api/v1/programs/" + program + "/lottery/runs/";
    }

    private long created(String path, String body) {
        return create(path, body).object().getJsonNumber("id").longValue();
    }

    private Answer create(String path, String body) {
        var answer = admin.post("/api/v1" + path, body, "application/json");
        assertThat(answer.status()).as(path + answer.body()).isBetween(200, 299);
        return answer;
    }

    /** Asks for an operation of the table, about the student that the column means. */
    Answer ask(Caller caller, String method, String path, String way) {
        return ask(caller, method, path, way, prefix + (caller == Caller.STUDENT ? "student" : "neighbour"));
    }

    /** What another student is told about a student whom there is not, as if that were the neighbour. */
    String askAboutNobody(String method, String path, String way) {
        return ask(Caller.ANOTHER_STUDENT, method, path, way, NOBODY).body().replace(NOBODY, prefix + "neighbour");
    }

    /** Where the administrator finds an operation, about the neighbour. */
    String address(String method, String path) {
        return address(Caller.ADMINISTRATOR, method, path, "", prefix + "neighbour");
    }

    Http administrator() {
        return admin;
    }

    private String address(Caller caller, String method, String path, String way, String student) {
        return PARAMETER.matcher("/api/v1" + path).replaceAll(found -> parameter(found.group(1), method, path, way, student, caller))
                + query(method, path, way, student);
    }

    private Answer ask(Caller caller, String method, String path, String way, String student) {
        var http = callers.get(caller);
        var address = address(caller, method, path, way, student);
        return switch (method) {
            case "GET" -> path.endsWith("/events") ? begun(http, address) : http.get(address);
            case "DELETE" -> http.delete(address);
            case "PUT" -> http.put(address, body(method, path, way, student));
            default -> path.equals("/imports/oneroster") ? http.post(address, zip(program), "application/zip")
                    : http.post(address, body(method, path, way, student), path.endsWith("/imports/preferences") ? "text/csv" : "application/json");
        };
    }

    /** How an answer begins that never ends. */
    private static Answer begun(Http http, String address) {
        var response = http.open(address);
        try {
            response.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Answer(response.statusCode(), response.headers(), "");
    }

    private String parameter(String name, String method, String path, String way, String student, Caller caller) {
        return switch (name) {
            case "program" -> program;
            case "section" -> path.endsWith("/cancel") ? "C2s1" : "E1234s1";
            case "class" -> "E1234";
            case "category" -> "S";
            case "room" -> "Room%201";
            case "name" -> "Applied";
            case "student" -> student;
            case "username" -> prefix + (method.equals("DELETE") && path.startsWith("/people") ? "student" : "grace");
            case "role" -> way.equals("staff") ? "staff" : "volunteer";
            case "token" -> token(caller);
            case "other" -> ids.get("unpublished").toString();
            case "id" -> String.valueOf(id(method, path, way, student));
            default -> throw new IllegalArgumentException("What is {" + name + "} of " + path + "?");
        };
    }

    private long id(String method, String path, String way, String student) {
        if (path.startsWith("/registrations")) {
            return ids.getOrDefault(student.substring(prefix.length()) + (method.equals("GET") ? "E1234s1" : "C1s1"), 0L);
        } else if (path.startsWith("/overrides")) {
            return ids.get(student.substring(prefix.length()) + " override");
        } else if (path.contains("/timeslots/")) {
            return ids.get("timeslot");
        } else if (path.startsWith("/operations")) {
            return ids.get("operation");
        } else if (method.equals("DELETE")) {
            return run();
        }
        return ids.get(path.endsWith("/publish") ? "to publish" : way.isEmpty() ? "unpublished" : way);
    }

    /** A token of the caller; in the column of another student, one of the administrator. */
    private String token(Caller caller) {
        var owner = caller == Caller.ANOTHER_STUDENT || caller == Caller.NOBODY ? admin : callers.get(caller);
        return owner.post("/api/v1/me/tokens", newToken(), "application/json").object().get("id").toString();
    }

    private static String newToken() {
        return Json.createObjectBuilder().add("name", "A test").add("scope", "read")
                .add("expiresAt", Instant.now().plus(1, ChronoUnit.DAYS).toString()).build().toString();
    }

    /** What the document asks for, by its examples. */
    private String query(String method, String path, String way, String student) {
        if (way.equals("all people")) {
            return "?people=all";
        }
        var item = document.getJsonObject("paths").getJsonObject("/api/v1" + path);
        return Stream.of(item, item.getJsonObject(method.toLowerCase())).filter(node -> node.containsKey("parameters"))
                .flatMap(node -> node.getJsonArray("parameters").stream()).map(this::resolve)
                .filter(parameter -> parameter.getString("in").equals("query") && parameter.getBoolean("required", false))
                .map(parameter -> parameter.getString("name") + "="
                        + URLEncoder.encode(localised(parameter.getString("example"), student), StandardCharsets.UTF_8))
                .reduce((one, other) -> one + "&" + other).map(query -> "?" + query).orElse("");
    }

    private JsonObject resolve(Object node) {
        var object = (JsonObject) node;
        return object.containsKey("$ref")
                ? document.getJsonObject("components").getJsonObject("parameters").getJsonObject(object.getString("$ref").replaceAll(".*/", ""))
                : object;
    }

    private String body(String method, String path, String way, String student) {
        return switch ((method + " " + path.replaceAll(".*}", "") + " " + way).strip()) {
            case "POST /registrations as attended" -> "{\"student\":\"%s\",\"type\":\"Attended\"}".formatted(student);
            case "POST /registrations against rules", "POST /walk-ins against rules" ->
                "{\"student\":\"%s\",\"override\":{\"rules\":[\"SECTION_FULL\"],\"reason\":\"A test\"}}".formatted(student);
            case "POST /roles staff" -> "{\"username\":\"%sgrace\",\"role\":\"staff\"}".formatted(prefix);
            case "PUT /teachers" -> teachers("grace", "teacher");
            case "POST /overrides" -> "{\"kind\":\"GRADE\",\"reason\":\"A test\"}";
            case "POST /imports/preferences" -> "userSourcedId,classSourcedId,type\n";
            case "PUT /me/password" -> "{\"current\":\"%1$s\",\"password\":\"%1$s\"}".formatted(PASSWORD);
            case "POST /me/tokens" -> newToken();
            default -> building(method + " " + path.replaceFirst("^/programs/[{]program}/", ""), () -> example(method, path, student));
        };
    }

    /** What is built is built beside what the others ask about, and what is changed stays as it was. */
    private String building(String operation, Supplier<String> other) {
        return switch (operation) {
            case "POST /programs" -> "{\"code\":\"%sbuilt\",\"title\":\"Built\",\"timeZone\":\"America/New_York\"}".formatted(prefix);
            case "PUT /programs/{program}" -> "{\"title\":\"Rights Program\",\"timeZone\":\"America/New_York\"}";
            case "POST sections" -> "{\"class\":\"C1\"}";
            case "PUT sections/{section}/state" -> "{\"status\":\"accepted\",\"registrationOpen\":true}";
            case "PUT categories/{category}" -> "{\"title\":\"Science\"}";
            case "POST classes" -> "{\"title\":\"Built\",\"category\":\"S\"}";
            case "PUT classes/{class}" -> "{\"title\":\"Course E1234\",\"category\":\"S\",\"status\":\"accepted\"}";
            case "PUT timeslots/{id}" -> "{\"start\":\"2026-03-07T10:00:00-05:00\",\"end\":\"2026-03-07T11:00:00-05:00\",\"lunch\":false}";
            case "PUT rooms/{room}" -> "{\"name\":\"Room 1\"}";
            case "POST /people" -> "{\"username\":\"%sbuilt\",\"givenName\":\"Given\",\"roles\":[]}".formatted(prefix);
            case "PUT /people/{username}" -> "{\"givenName\":\"Given\",\"enabled\":true,\"roles\":[]}";
            case "POST /registration-types" -> "{\"name\":\"%stype\",\"description\":\"Built.\"}".formatted(prefix);
            case "PUT /registration-types/{name}" -> "{\"description\":\"Built.\",\"preference\":false}";
            default -> other.get();
        };
    }

    private String example(String method, String path, String student) {
        var operation = document.getJsonObject("paths").getJsonObject("/api/v1" + path).getJsonObject(method.toLowerCase());
        return operation.containsKey("requestBody") ? localised(operation.getJsonObject("requestBody").getJsonObject("content")
                .getJsonObject("application/json").get("example").toString(), student) : "";
    }

    private String localised(String example, String student) {
        return example.replace("s0001", student).replace("s0002", prefix + "third").replace("grace", prefix + "grace");
    }

    private byte[] zip(String code) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("orgs.csv", "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\norg,,,School,school,,\n");
        files.put("academicSessions.csv", """
                sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear,metadata.timeZone
                %s,,,Rights Program,term,2026-03-07,2026-03-08,,2026,America/New_York
                """.formatted(code));
        var courses = new StringBuilder("sourcedId,title,courseCode,orgSourcedId,subjects,subjectCodes\n");
        Stream.of("E1234", "M1210", "C1", "C2").forEach(course ->
                courses.append("%1$s-%2$s,Course %2$s,%2$s,org,Science,S\n".formatted(code, course)));
        files.put("courses.csv", courses.toString());
        var classes = new StringBuilder("sourcedId,title,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,"
                + "metadata.capacity,metadata.meetings\n");
        int hour = 10;
        for (var section : new String[] {"E1234s1", "E1234s2", "M1210s2", "C1s1", "C2s1"}) {
            classes.append("%1$s-%2$s,Course,%1$s-%3$s,%2$s,scheduled,Room 1,org,%1$s,50,2026-03-07T%4$d:00/2026-03-07T%5$d:00\n"
                    .formatted(code, section, section.substring(0, section.indexOf('s')), hour, hour + 1));
            hour++;
        }
        files.put("classes.csv", classes.toString());
        var users = new StringBuilder("sourcedId,enabledUser,username,givenName,familyName,grades\n");
        var roles = new StringBuilder("sourcedId,userSourcedId,roleType,role,orgSourcedId\n");
        Stream.of("student", "neighbour", "third", "grace", "teacher", "other-teacher", "volunteer", "other-volunteer", "staff", "other-staff")
                .forEach(name -> {
                    users.append("%1$s%2$s,true,%1$s%2$s,Given,Family,10\n".formatted(prefix, name));
                    var role = name.matches("student|neighbour|third") ? "student" : name.contains("teacher") ? "teacher" : "aide";
                    roles.append("%1$s%2$s-r,%1$s%2$s,primary,%3$s,org\n".formatted(prefix, name, role));
                });
        files.put("users.csv", users.toString());
        files.put("roles.csv", roles.toString());
        return RosterZip.zip(files);
    }
}
