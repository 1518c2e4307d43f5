package org.classreg.system;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import com.microsoft.playwright.Page;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.classreg.system.Http.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What other systems, spreadsheets, printers and calendars get, over HTTP. */
@ExtendWith({Running.class, Browser.class})
class ExchangeIT {

    private static final String PASSWORD = "a-students-password";

    private final Http anonymous;
    private final Http admin;
    private final String prefix = "x" + UUID.randomUUID().toString().substring(0, 8);
    private final String program = "p-" + prefix;
    private final String programPath = "/api/v1/programs/" + program;
    private final String studentPath = "/api/v1/students/" + prefix + "1/programs/" + program;
    private long registration;

    ExchangeIT(Http anonymous) {
        this.anonymous = anonymous;
        admin = anonymous.as(Running.ADMIN, Running.PASSWORD);
    }

    @BeforeEach
    void aStudentIsEnrolled() {
        assertThat(admin.post("/api/v1/imports/oneroster", RosterZip.small(program, prefix), "application/zip").status()).isEqualTo(200);
        var enrolled = admin.post(programPath + "/sections/X1s1/registrations",
                Json.createObjectBuilder().add("student", prefix + "1").build());
        registration = enrolled.object().getJsonNumber("id").longValue();
    }

    @Test
    void aProgramIsExportedAsOneRosterAndItsImportChangesNothingButNames() throws IOException {
        var export = admin.download(programPath + "/exports/oneroster");
        assertThat(export.headers().firstValue("Content-Type")).hasValue("application/zip");
        assertThat(export.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"" + program + "-oneroster.zip\"");
        var files = unzip(export.body());
        assertThat(files).containsOnlyKeys("manifest.csv", "academicSessions.csv", "classes.csv", "courses.csv", "enrollments.csv", "orgs.csv",
                "roles.csv", "users.csv");
        assertThat(csv(files.get("enrollments.csv"))).hasSize(2).last().satisfies(row ->
                assertThat(row).contains(program + "-X1s1", "U-" + prefix + "1", "student"));
        assertThat(csv(unzip(admin.download(programPath + "/exports/oneroster?people=all").body()).get("users.csv"))).hasSizeGreaterThan(4);

        var report = admin.post("/api/v1/imports/oneroster", export.body(), "application/zip");
        assertThat(report.status()).as(report.body()).isEqualTo(200);
        assertThat(report.object().getJsonArray("lines").getValuesAs(JsonObject.class)).allSatisfy(line ->
                assertThat(line.getInt("added") + line.getInt("ended")).isZero());
        assertThat(admin.download(programPath + "/exports/oneroster?at=2020-01-01T00:00:00Z").statusCode()).isEqualTo(200);
        assertProblem(admin.get(programPath + "/exports/oneroster?people=some"), 400);
    }

    @Test
    void listsComeAsCsv() {
        var roster = admin.download(programPath + "/sections/X1s1/roster.csv");
        assertThat(roster.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv").containsIgnoringCase("charset=utf-8");
        assertThat(csv(roster)).hasSize(2).last().satisfies(row -> assertThat(row).contains("Number1", prefix + "1", "X1s1", "Enrolled"));
        assertThat(csv(admin.download(programPath + "/sections/X1s1/roster.csv?at=2020-01-01T00:00:00Z"))).hasSize(1);
        assertThat(csv(admin.download(programPath + "/exports/check-in-list.csv"))).hasSize(2).last().satisfies(row ->
                assertThat(row).contains(prefix + "1", "X1s1", "Room 1"));
        assertThat(csv(admin.download(programPath + "/exports/history.csv"))).hasSize(2).last().satisfies(row ->
                assertThat(row).contains(String.valueOf(registration), Running.ADMIN, "register"));
        assertProblem(admin.get(programPath + "/sections/X1s1/roster.csv?at=yesterday"), 400);
        assertProblem(admin.get(programPath + "/sections/X9s9/roster.csv"), 404);
        assertProblem(admin.get("/api/v1/programs/nowhere/exports/check-in-list.csv"), 404);
        assertProblem(admin.get("/api/v1/programs/nowhere/exports/history.csv"), 404);
    }

    @Test
    void paperComesAsPdf() throws IOException {
        assertThat(pdf(admin.download(programPath + "/sections/X1s1/roster.pdf"))).hasSize(1).first().asString()
                .contains("X1s1 Course One", "Number1", "1 enrolled");
        assertThat(pdf(admin.download(programPath + "/exports/rosters.pdf"))).hasSize(3);
        assertThat(pdf(admin.download(studentPath + "/schedule.pdf"))).hasSize(1).first().asString().contains("Student Number1", "X1s1");
        assertProblem(admin.get("/api/v1/programs/nowhere/exports/rosters.pdf"), 404);
    }

    @Test
    void exportsAreForStaffAndAScheduleForItsStudent() throws IOException {
        var student = student(1);
        assertThat(pdf(student.download(studentPath + "/schedule.pdf"))).hasSize(1);
        assertThat(student(2).get(studentPath + "/schedule.pdf").status()).isEqualTo(404);
        assertThat(student(2).post(studentPath + "/calendar", JsonValue.EMPTY_JSON_OBJECT).status()).isEqualTo(404);
        for (var path : List.of("/exports/oneroster", "/exports/check-in-list.csv", "/exports/history.csv", "/exports/rosters.pdf",
                "/sections/X1s1/roster.csv", "/sections/X1s1/roster.pdf")) {
            assertThat(student.get(programPath + path).status()).as(path).isEqualTo(403);
            assertThat(anonymous.get(programPath + path).status()).as(path).isEqualTo(401);
        }
    }

    @Test
    void aTeacherGetsTheRostersOfHerSectionsAndNothingElse() throws IOException {
        var name = prefix + "t";
        var files = Map.of("users.csv", "sourcedId,username,givenName,familyName\n%1$s,%1$s,Tea,Cher\n".formatted(name),
                "roles.csv", "sourcedId,userSourcedId,role\nR-%1$s,%1$s,teacher\n".formatted(name));
        assertThat(admin.post("/api/v1/imports/oneroster", RosterZip.zip(files), "application/zip").status()).isEqualTo(200);
        assertThat(admin.with("If-Match", "*").put(programPath + "/sections/X1s1/teachers", "[{\"username\":\"" + name + "\"}]").status()).isEqualTo(200);
        var teacher = signedIn(name);

        assertThat(csv(teacher.download(programPath + "/sections/X1s1/roster.csv"))).hasSize(2);
        assertThat(pdf(teacher.download(programPath + "/sections/X1s1/roster.pdf"))).hasSize(1);
        for (var path : List.of("/exports/oneroster", "/exports/check-in-list.csv", "/exports/history.csv", "/exports/rosters.pdf",
                "/sections/X1s2/roster.csv")) {
            assertThat(teacher.get(programPath + path).status()).as(path).isEqualTo(403);
        }
        assertThat(teacher.post(studentPath + "/calendar", JsonValue.EMPTY_JSON_OBJECT).status()).isEqualTo(404);
    }

    @Test
    void aCalendarTellsADropAtAnAddressThatCanBeTakenBack() {
        var opened = student(1).post(studentPath + "/calendar", JsonValue.EMPTY_JSON_OBJECT);
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        var address = URI.create(opened.object().getString("address")).getPath();
        assertThat(opened.header("Location")).isEqualTo(opened.object().getString("address")).contains("/calendar/").doesNotContain("/api");

        var calendar = anonymous.get(address);
        assertThat(calendar.header("Content-Type")).startsWith("text/calendar");
        assertThat(calendar.header("Cache-Control")).contains("private");
        assertThat(calendar.body()).contains("BEGIN:VTIMEZONE", "DTSTART;TZID=America/New_York:20260307T100000", "LOCATION:Room 1");
        var event = event(calendar);
        assertThat(anonymous.with("If-None-Match", calendar.header("ETag")).get(address).status()).isEqualTo(304);

        admin.post("/api/v1/registrations/" + registration + "/expire", JsonValue.EMPTY_JSON_OBJECT);
        var dropped = anonymous.with("If-None-Match", calendar.header("ETag")).get(address);
        assertThat(dropped.status()).isEqualTo(200);
        assertThat(event(dropped).getUid()).isEqualTo(event.getUid());
        assertThat(event(dropped).getStatus().getValue()).isEqualTo("CANCELLED");
        assertThat(event(dropped).getSequence().getValue()).isEqualTo(1);

        var again = URI.create(admin.post(studentPath + "/calendar", JsonValue.EMPTY_JSON_OBJECT).object().getString("address")).getPath();
        assertThat(anonymous.get(address).status()).isEqualTo(404);
        assertThat(anonymous.get(again).status()).isEqualTo(200);
        assertThat(student(1).delete(studentPath + "/calendar").status()).isEqualTo(204);
        assertThat(anonymous.get(again).status()).isEqualTo(404);
    }

    @Test
    void nothingButCalendarsIsOpenWhereCalendarsAre() {
        assertProblem(anonymous.get("/calendar/"), 404);
        assertProblem(anonymous.get("/calendar/" + "A".repeat(43) + ".ics"), 404);
        assertThat(anonymous.post("/calendar/" + "A".repeat(43) + ".ics", "", "text/calendar").status()).isEqualTo(405);
        for (var path : List.of("/calendar/../api/v1/programs", "/calendar/..;/api/v1/programs", "/calendar/%2e%2e/api/v1/programs",
                "/calendar/..%2fapi/v1/programs", "/calendar/../downloads/roster.csv", "/downloads/roster.csv?program=" + program + "&section=X1s1",
                "/downloads;/calendar/roster.csv", "/calendarx")) {
            assertThat(anonymous.get(path).status()).as(path).isNotEqualTo(200);
        }
    }

    @Test
    void theConsoleLinksToTheFiles(Page page) throws IOException {
        var console = signIn(page);
        assertThat(csv(follow(console, "/roster?program=" + program + "&section=X1s1", "CSV"))).last().satisfies(row ->
                assertThat(row).contains(prefix + "1"));
        assertThat(pdf(follow(console, "/roster?program=" + program + "&section=X1s1", "PDF to check off"))).hasSize(1);
        assertThat(csv(follow(console, "/roster?program=" + program + "&section=X1s1&at=2026-01-01T00:00", "CSV"))).hasSize(1);
        var sections = "/sections?program=" + program;
        assertThat(csv(follow(console, sections, "Check-in list (CSV)"))).hasSize(2);
        assertThat(csv(follow(console, sections, "History (CSV)"))).hasSize(2);
        assertThat(pdf(follow(console, sections, "All rosters (PDF)"))).hasSize(3);
        assertThat(unzip(follow(console, sections, "OneRoster (ZIP)").body())).containsKey("manifest.csv");
        assertThat(pdf(follow(console, "/student?program=" + program + "&student=" + prefix + "1", "PDF"))).first().asString().contains("X1s1");
        assertThat(console.get("/downloads/roster.csv?program=nowhere&section=X1s1").status()).isEqualTo(404);
        assertThat(console.get("/downloads/none.csv?program=" + program).status()).isEqualTo(404);
    }

    /** Requests with the session of somebody who has signed in by the form. */
    private Http signIn(Page page) {
        page.navigate("/");
        Browser.signIn(page, Running.ADMIN, Running.PASSWORD);
        var session = page.context().cookies().stream().filter(cookie -> cookie.name.equals("JSESSIONID")).findFirst().orElseThrow();
        return anonymous.with("Cookie", session.name + "=" + session.value);
    }

    /** What the link of a page with this text leads to. */
    private static HttpResponse<byte[]> follow(Http console, String path, String text) {
        var link = found("<a href=\"(/downloads/[^\"]*)\">" + Pattern.quote(text) + "</a>", console.get(path).body());
        return console.download(link.replace("&amp;", "&"));
    }

    private static String found(String pattern, String text) {
        var matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
        return matcher.group(1);
    }

    private Http student(int number) {
        return signedIn(prefix + number);
    }

    private Http signedIn(String username) {
        var password = Json.createObjectBuilder().add("password", PASSWORD).build();
        assertThat(admin.put("/api/v1/people/" + username + "/password", password).status()).isEqualTo(204);
        return anonymous.as(username, PASSWORD);
    }

    private static VEvent event(Answer calendar) {
        var events = Biweekly.parse(calendar.body()).first().getEvents();
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    private static List<List<String>> csv(HttpResponse<byte[]> file) {
        assertThat(file.statusCode()).as(file.uri().toString()).isEqualTo(200);
        return csv(file.body());
    }

    private static List<List<String>> csv(byte[] file) {
        var text = new String(file, StandardCharsets.UTF_8);
        return CsvReader.builder().ofCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text).stream().map(CsvRecord::getFields).toList();
    }

    private static List<String> pdf(HttpResponse<byte[]> file) throws IOException {
        assertThat(file.statusCode()).as(file.uri().toString()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type")).hasValue("application/pdf");
        return pdf(file.body());
    }

    private static List<String> pdf(byte[] file) throws IOException {
        var reader = new PdfReader(file);
        var pages = new ArrayList<String>();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            pages.add(new PdfTextExtractor(reader).getTextFromPage(page));
        }
        reader.close();
        return pages;
    }

    private static Map<String, byte[]> unzip(byte[] zip) throws IOException {
        var files = new HashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }
}
