package org.classreg.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.classreg.system.Http.Answer;
import org.classreg.system.RightsOffice.Caller;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tries each cell of the table of rights in docs/security.md: a test for each of its rows, a request for each of its columns. */
@ExtendWith(Running.class)
class RightsIT {

    private static final String YES = "yes";

    private final Http anonymous;

    RightsIT(Http anonymous) {
        this.anonymous = anonymous;
    }

    /** A row: an operation, in which way it is asked for if there are several, and what becomes of it for each caller. */
    private record Row(String method, String path, String way, List<String> cells) {

        static Row parse(String line) {
            var columns = line.substring(1, line.lastIndexOf('|')).split("\\|");
            var name = columns[0].strip().split("[` ]+", 4);
            return new Row(name[1], name[2], name.length > 3 ? name[3] : "",
                    Stream.of(columns).skip(1).map(String::strip).toList());
        }

        String operation() {
            return method + " /api/v1" + path;
        }

        @Override
        public String toString() {
            return (method + " " + path + " " + way).strip();
        }
    }

    @Test
    void theTableHasEveryOperationOfTheDocumentAndNoOther() throws Exception {
        var rows = table().stream().map(Row::operation).collect(Collectors.toCollection(TreeSet::new));

        assertThat(rows).isEqualTo(new TreeSet<>(operations(document()).toList()));
        assertThat(table()).allSatisfy(row -> assertThat(row.cells).as(row.toString()).hasSameSizeAs(Caller.values()));
    }

    @TestFactory
    Stream<DynamicTest> eachRow() throws Exception {
        var office = new RightsOffice(anonymous, document());
        return table().stream().map(row -> DynamicTest.dynamicTest(row.toString(), () -> tryAll(row, office)));
    }

    /** Who is refused tries first: what is allowed may change what the others ask about. */
    private static void tryAll(Row row, RightsOffice office) {
        var faults = new ArrayList<String>();
        IntStream.range(0, row.cells.size()).boxed()
                .sorted((one, other) -> Boolean.compare(YES.equals(row.cells.get(one)), YES.equals(row.cells.get(other))))
                .forEach(column -> {
                    var caller = Caller.values()[column];
                    var answer = office.ask(caller, row.method, row.path, row.way);
                    if (!is(row.cells.get(column), answer) && !isOfTheTestsAdministrator(row, caller, answer)) {
                        faults.add("%s: %s expected, but %d %s".formatted(caller, row.cells.get(column), answer.status(), answer.body()));
                    } else if (answer.status() == 404 && caller == Caller.ANOTHER_STUDENT && names(row)) {
                        assertThat(answer.body()).as("as for nobody").isEqualTo(office.askAboutNobody(row.method, row.path, row.way));
                    }
                });
        assertThat(faults).as(row.toString()).isEmpty();
    }

    private static boolean is(String cell, Answer answer) {
        return YES.equals(cell) ? answer.status() / 100 == 2 || answer.status() == 409 : String.valueOf(answer.status()).equals(cell);
    }

    /** The password of the tests' administrator is one that no rule would let pass as a new one. */
    private static boolean isOfTheTestsAdministrator(Row row, Caller caller, Answer answer) {
        return caller == Caller.ADMINISTRATOR && row.path.equals("/me/password") && answer.body().contains("This is not your password.");
    }

    /** Whether a request names the student, and not some id. */
    private static boolean names(Row row) {
        return !row.path.matches("/registrations/.*|/overrides/.*|/me/.*");
    }

    private static List<Row> table() throws Exception {
        try (var lines = Files.lines(Path.of("../docs/security.md"))) {
            return lines.filter(line -> line.matches("\\| `\\S+ /.*")).map(Row::parse).toList();
        }
    }

    private JsonObject document() {
        return anonymous.get("/openapi?format=JSON").object();
    }

    private static Stream<String> operations(JsonObject document) {
        return document.getJsonObject("paths").entrySet().stream().flatMap(path -> path.getValue().asJsonObject().keySet().stream()
                .filter(key -> List.of("get", "post", "put", "delete", "patch").contains(key))
                .map(method -> method.toUpperCase() + " " + path.getKey()));
    }
}
