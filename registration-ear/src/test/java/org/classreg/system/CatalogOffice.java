package org.classreg.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.classreg.system.Http.Answer;
import org.junit.jupiter.api.Test;

/** What an integrator relies on to build a program, over HTTP: the same on every server and database. */
abstract class CatalogOffice extends SmallOffice {

    private final String built = "b-" + prefix;
    private final String path = "/api/v1/programs/" + built;

    CatalogOffice(Http anonymous) {
        super(anonymous);
    }

    @Test
    void aProgramIsBuiltFromNothingAndEnrolledIn() {
        build();
        var created = post(path + "/sections", "{'class':'E1234','meetings':[{'start':'2027-03-06T09:00:00-05:00','end':'2027-03-06T09:50:00-05:00',"
                + "'rooms':['10-250 (tiered)']}]}");
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(created.header("Location")).endsWith(path + "/sections/E1234s1");
        assertThat(created.object().getInt("capacity")).isEqualTo(1);

        var section = path + "/sections/E1234s1";
        assertThat(post(section + "/registrations", "{'student':'%s1'}".formatted(prefix)).status()).isEqualTo(201);
        assertThat(post(section + "/registrations", "{'student':'%s2','type':'Waitlist'}".formatted(prefix)).status()).isEqualTo(201);
        var room = path + "/rooms/10-250%20%28tiered%29";
        assertProblem(admin.put(room, "{\"name\":\"10-250\"}"), 428);
        assertThat(put(room, "{'name':'10-250','seats':2}").object().getInt("seats")).isEqualTo(2);
        assertThat(codes(admin.get(section + "/roster").array(), "student")).containsExactly(prefix + 1, prefix + 2);

        assertThat(reason(delete(section))).isEqualTo("IN_USE");
        assertThat(reason(delete(path + "/classes/E1234"))).isEqualTo("IN_USE");
        assertThat(reason(delete(path))).isEqualTo("IN_USE");
        assertThat(admin.get("/api/v1/operations?limit=1").array().getJsonObject(0).getString("about")).isEqualTo("10-250 (tiered): name, seats");
    }

    @Test
    void everythingThatIsBuiltIsReadChangedAndTakenDown() {
        build();
        assertThat(post(path + "/sections", "{'class':'E1234','code':'E1234s7','status':'unreviewed'}").status()).isEqualTo(201);
        var timeslot = path + "/timeslots/" + admin.get(path + "/timeslots").array().getJsonObject(0).getJsonNumber("id");
        var state = path + "/sections/E1234s7/state";
        assertThat(put(state, "{'status':'accepted','registrationOpen':false}").object().getBoolean("registrationOpen")).isFalse();
        assertThat(admin.get(state).body()).isEqualTo("{\"status\":\"accepted\",\"registrationOpen\":false}");
        assertThat(put(path + "/classes/E1234", "{'title':'Radio','category':'E','maxStudents':5,'status':'accepted'}").object().getInt("maxStudents"))
                .isEqualTo(5);
        assertThat(admin.get(path + "/sections/E1234s7").object().getInt("capacity")).isEqualTo(5);
        assertThat(put(timeslot, "{'start':'2027-03-06T10:00:00-05:00','end':'2027-03-06T10:50:00-05:00','lunch':true}").object().getString("start"))
                .isEqualTo("2027-03-06T10:00:00-05:00");
        assertThat(put(path + "/categories/E", "{'title':'Electronics'}").object().getString("title")).isEqualTo("Electronics");
        var read = admin.get(path);
        assertThat(admin.with("If-Match", read.header("ETag")).put(path, read.body().replace("Built", "Rebuilt")).object().getString("title"))
                .isEqualTo("Rebuilt by hand");
        assertProblem(admin.with("If-Match", read.header("ETag")).put(path, read.body()), 412);
        for (var part : List.of("/sections/E1234s7", "/classes/E1234", "/categories/E", "/rooms/10-250 (tiered)".replace(" ", "%20"), "")) {
            assertThat(delete(path + part).status()).as(part).isEqualTo(204);
            assertProblem(admin.get(path + part), 404);
        }
    }

    @Test
    void whoeverEnrollsMeanwhileDoesNotHinderAChangeOfTheSection() {
        var section = sections + "/X1s1";
        var seats = admin.get(section).header("ETag");
        var read = admin.get(section + "/state");
        enroll("X1s1", 1);
        assertThat(admin.get(section).header("ETag")).isNotEqualTo(seats);
        assertThat(admin.with("If-None-Match", read.header("ETag")).get(section + "/state").status()).isEqualTo(304);

        var changed = admin.with("If-Match", read.header("ETag")).put(section + "/state", read.body().replace("true", "false"));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(admin.get(section).object().getBoolean("registrationOpen")).isFalse();
        assertProblem(admin.with("If-Match", read.header("ETag")).put(section + "/state", read.body()), 412);
        assertProblem(admin.with("If-Match", seats).delete(section), 412);
    }

    @Test
    void faultsAreToldByFieldAndANameThatIsTakenByItsOwn() {
        build();
        assertThat(faults(post("/api/v1/programs", "{'code':'a/b','timeZone':'Mars','startsOn':'2027-03-06','endsOn':'2027-03-05'}")))
                .containsExactly("code", "title", "timeZone", "endsOn");
        assertThat(faults(post(path + "/sections", "{'class':'Z9','maxStudents':-1,'status':'done'}"))).containsExactly("class", "maxStudents", "status");
        var taken = post("/api/v1/programs", program());
        assertThat(reason(taken)).isEqualTo("NAME_TAKEN");
        assertThat(codes(taken.object().getJsonArray("errors"), "field")).containsExactly("code");
        assertThat(faults(post(path + "/rooms", "{'name':'a\\u0000b'}"))).containsExactly("name");
        assertThat(faults(post(path + "/rooms", " [{'name':'R9'}]"))).containsExactly("body");
        assertThat(faults(post("/api/v1/people", "{'username':'r9','givenName':'R','roles':['student','student','teacher','admin']}"))).containsExactly("roles");
        var late = post(path + "/timeslots", "{'start':'+294277-03-06T10:00:00Z','end':'2027-03-06T10:50:00-05:00','lunch':true}");
        assertThat(faults(late)).containsExactly("start");
        assertThat(late.body()).contains("is not from 1 to 9999.");
        assertThat(faults(admin.get(sections + "/X1s1?at=%2B10000-01-01T00:00:00Z"))).containsExactly("at");
        assertThat(faults(post(student(1) + "/overrides", "{'kind':'FULL','until':'2020-01-01T00:00:00Z','reason':'A test'}"))).containsExactly("until");
        assertProblem(post(path + "/rooms", "{'nmae':'x'}"), 400);
        assertProblem(signedIn(1).post("/api/v1/programs", program().replace(built, "other"), "application/json"), 403);
        assertProblem(signedIn(1).post(path + "/rooms", "{\"name\":\"x\"}", "application/json"), 403);
        assertProblem(signedIn(1).get("/api/v1/people"), 403);
    }

    @Test
    void ofManyWhoCreateTheSameAtOnceOneDoes() throws Exception {
        build();
        for (var wanted : List.of(List.of(path + "/rooms", "{'name':'E25-111'}"), List.of(path + "/classes", "{'code':'E7','title':'T','category':'E'}"),
                List.of(path + "/sections", "{'class':'E1234','code':'E1234s3'}"), List.of("/api/v1/people", person("race")))) {
            var threads = Executors.newFixedThreadPool(8);
            try {
                Callable<Answer> create = () -> post(wanted.get(0), wanted.get(1));
                var statuses = threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> create).toList()).stream().map(done -> {
                    try {
                        return done.get().status();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }).sorted().toList();
                assertThat(statuses).containsExactly(201, 409, 409, 409, 409, 409, 409, 409);
            } finally {
                threads.shutdown();
            }
        }
    }

    @Test
    void aSectionIsDeletedOrEnrolledInButNeverBoth() throws Exception {
        build();
        var threads = Executors.newFixedThreadPool(2);
        try {
            for (int i = 1; i <= 10; i++) {
                var section = path + "/sections/E1234s" + i;
                assertThat(post(path + "/sections", "{'class':'E1234','code':'E1234s%d','maxStudents':5}".formatted(i)).status()).isEqualTo(201);
                var enrolled = threads.submit(() -> post(section + "/registrations", "{'student':'%s1','type':'Interested'}".formatted(prefix)));
                var deleted = threads.submit(() -> delete(section));
                assertThat(List.of(enrolled.get().status(), deleted.get().status())).isIn(List.of(201, 409), List.of(404, 204));
                assertThat(admin.get(section).status()).isEqualTo(enrolled.get().status() == 201 ? 200 : 404);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void peopleAreCreatedFoundDisabledAndDeleted() {
        var ada = "/api/v1/people/ada-" + prefix;
        var created = post("/api/v1/people", person("ada"));
        assertThat(URI.create(created.header("Location")).getPath()).isEqualTo(ada);
        assertThat(codes(admin.get("/api/v1/people?role=student&q=ADA-" + prefix).array(), "username")).containsExactly("ada-" + prefix);
        assertThat(admin.get("/api/v1/people?limit=1&q=" + prefix).header("Link")).contains("rel=\"next\"");
        assertThat(put(ada, person("ada").replace("true", "false")).object().getBoolean("enabled")).isFalse();
        assertThat(faults(put(ada, "{'givenName':'','roles':['king']}"))).containsExactly("enabled", "givenName", "roles");
        assertThat(delete(ada).status()).isEqualTo(204);
        enroll("X1s1", 1);
        assertThat(reason(delete("/api/v1/people/" + prefix + 1))).isEqualTo("IN_USE");
    }

    @Test
    void whoGivesRightsAndResetsPasswordsStandsInTheJournal() {
        assertThat(post("/api/v1/programs/" + program + "/roles", "{'username':'%s1','role':'volunteer'}".formatted(prefix)).status()).isEqualTo(201);
        signedIn(2);

        var given = admin.get("/api/v1/operations?kind=grantRole&program=" + program).array();
        assertThat(codes(given, "about")).containsExactly(prefix + "1: volunteer");
        assertThat(codes(given, "caller")).containsExactly(Running.ADMIN);
        assertThat(reason(post("/api/v1/operations/" + given.getJsonObject(0).get("id") + "/undo", ""))).isEqualTo("NOTHING_TO_UNDO");
        assertThat(codes(admin.get("/api/v1/operations?kind=setPassword").array(), "about")).contains(prefix + 2);
    }

    @Test
    void theSlashOfATypesNameIsOneOfThePath() {
        var types = "/api/v1/registration-types";
        assertThat(admin.get(types + "/Priority/1").object().getBoolean("builtIn")).isTrue();
        assertThat(reason(delete(types + "/Priority/1"))).isEqualTo("BUILT_IN");
        var created = post(types, "{'name':'Helper/%s','description':'Helps.','preference':false}".formatted(prefix));
        assertThat(URI.create(created.header("Location")).getPath()).isEqualTo(types + "/Helper/" + prefix);
        assertThat(register(admin, "X1s1", 1, "Helper/" + prefix).status()).isEqualTo(201);
        assertThat(reason(delete(types + "/Helper/" + prefix))).isEqualTo("IN_USE");
        assertThat(faults(post(types, "{'name':'Priority/9','takesSeat':true}"))).containsExactly("name", "description", "takesSeat");
    }

    private String program() {
        return "{'code':'%s','title':'Built by hand','timeZone':'America/New_York','startsOn':'2027-03-06'}".formatted(built).replace('\'', '"');
    }

    private String person(String name) {
        return "{'username':'%s-%s','givenName':'Ada','familyName':'Lin','enabled':true,'roles':['student']}".formatted(name, prefix);
    }

    private void build() {
        for (var part : List.of(List.of("", program()), List.of("/categories", "{'symbol':'E','title':'Engineering'}"),
                List.of("/timeslots", "{'start':'2027-03-06T09:00:00-05:00','end':'2027-03-06T09:50:00-05:00','lunch':false}"),
                List.of("/rooms", "{'name':'10-250 (tiered)','seats':1}"),
                List.of("/classes", "{'code':'E1234','title':'Build a Radio','category':'E'}"))) {
            var answer = post(part.get(0).isEmpty() ? "/api/v1/programs" : path + part.get(0), part.get(1));
            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
            assertThat(admin.get(URI.create(answer.header("Location")).getRawPath()).status()).isEqualTo(200);
        }
    }

    private static String reason(Answer refused) {
        assertProblem(refused, 409);
        return codes(refused.object().getJsonArray("reasons"), "code").get(0);
    }

    /** @param json with single quotes, for the reader's sake */
    private Answer post(String to, String json) {
        return admin.post(to, json.replace('\'', '"'), "application/json");
    }

    private Answer put(String to, String json) {
        return admin.with("If-Match", "*").put(to, json.replace('\'', '"'));
    }

    private Answer delete(String what) {
        return admin.with("If-Match", "*").delete(what);
    }
}
