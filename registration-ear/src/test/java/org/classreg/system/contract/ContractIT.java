package org.classreg.system.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.classreg.system.Http;
import org.classreg.system.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The contract that all system tests are held to notices what is not as the document says. */
@ExtendWith(Running.class)
class ContractIT {

    private static final String PROGRAM = "/api/v1/programs/fall";
    private static final String FALL = "{\"code\":\"fall\",\"title\":\"Fall\",\"timeZone\":\"America/New_York\",\"startsOn\":null,\"endsOn\":null}";
    private static final String BATCH = PROGRAM + "/registrations";

    private final Contract contract;

    ContractIT(Http http) {
        contract = http.contract();
    }

    @Test
    void theServerShowsTheDocumentThatIsInTheRepository() throws IOException {
        var file = Path.of(System.getProperty("basedir", ""), "../registration-web/src/main/resources/META-INF/openapi.yaml");

        assertThat(sorted(contract.document().root())).isEqualTo(sorted(new YAMLMapper().readTree(Files.readString(file))));
    }

    /** Numbers are written in more than one way. */
    private static String sorted(JsonNode node) {
        if (node.isObject()) {
            return node.propertyStream().map(entry -> entry.getKey() + ":" + sorted(entry.getValue())).sorted().toList().toString();
        }
        return node.isArray() ? node.valueStream().map(ContractIT::sorted).toList().toString()
                : node.isNumber() ? node.decimalValue().stripTrailingZeros().toPlainString() : node.asString("null");
    }

    @Test
    void whatIsAsDescribedPasses() {
        assertThat(get(PROGRAM, 200, "application/json", FALL)).isEmpty();
        assertThat(get("/api/v1/nothing", 404, "application/problem+json", problem(404))).isEmpty();
        assertThat(post(BATCH, "[{\"student\":\"a\",\"section\":\"b\"}]", 200, "application/json",
                "[{\"student\":\"a\",\"registration\":null,\"reasons\":[{\"code\":\"SECTION_FULL\",\"message\":\"It is full.\"}]}]")).isEmpty();
        assertThat(get("/health", 200, "text/plain", "whatever")).isEmpty();
    }

    @Test
    void anAnswerThatIsNotDescribedIsNoticed() {
        assertThat(get(PROGRAM, 418, "application/problem+json", problem(418))).singleElement().asString().contains("does not answer 418");
        assertThat(get(PROGRAM, 200, "text/html", FALL)).singleElement().asString().contains("text/html");
        assertThat(get(PROGRAM, 200, "application/json", FALL.replace("\"title\"", "\"name\""))).hasSize(2);
        assertThat(get(PROGRAM, 200, "application/json", FALL.replace("\"Fall\"", "null"))).hasSize(1);
        assertThat(get(PROGRAM, 200, "application/json", "{")).hasSize(1);
        assertThat(get(PROGRAM, 304, "application/json", FALL)).hasSize(1);
        assertThat(get(PROGRAM, 404, "text/html", "<html>")).hasSize(1);
        assertThat(get("/api/v1/nothing", 200, "application/json", "[]")).hasSize(1);
        assertThat(get("/api/v1/nothing", 404, "text/html", "<html>")).hasSize(1);
        assertThat(post(BATCH, "[]", 200, "application/json", "[{\"student\":\"a\",\"registration\":{},\"reasons\":[]}]")).isNotEmpty();
        assertThat(exchange("PUT", PROGRAM, null, 500, Map.of(), "")).hasSize(1);
    }

    @Test
    void aHeaderThatIsNotDescribedIsNoticed() {
        assertThat(exchange("GET", PROGRAM, null, 200, Map.of("Content-Type", List.of("application/json"), "X-Powered-By", List.of("A server")), FALL))
                .singleElement().asString().contains("x-powered-by");
    }

    @Test
    void whatShouldNotHaveBeenGrantedIsNoticed() {
        assertThat(get("/api/v1/programs?limit=0", 200, "application/json", "[]")).singleElement().asString().contains("granted with limit=0");
        assertThat(get("/api/v1/programs?limit=many", 200, "application/json", "[]")).hasSize(1);
        assertThat(get("/api/v1/programs?limti=1", 200, "application/json", "[]")).containsExactly("granted with limti, which is not described");
        assertThat(post(BATCH, "[{\"student\":\"a\",\"section\":\"b\",\"more\":1}]", 200, "application/json", "[]")).hasSize(1);
        assertThat(post(BATCH, "[{\"student\":\"a\"}]", 200, "application/json", "[]")).hasSize(1);
        assertThat(post(BATCH, "[{\"student\":7,\"section\":\"b\"}]", 200, "application/json", "[]")).hasSize(1);
    }

    private static String problem(int status) {
        return "{\"type\":\"/problems#x\",\"title\":\"X\",\"status\":%d,\"detail\":\"X\"}".formatted(status);
    }

    private List<String> get(String path, int status, String type, String answer) {
        return exchange("GET", path, null, status, Map.of("Content-Type", List.of(type)), answer);
    }

    private List<String> post(String path, String body, int status, String type, String answer) {
        return exchange("POST", path, body, status, Map.of("Content-Type", List.of(type)), answer);
    }

    private List<String> exchange(String method, String path, String body, int status, Map<String, List<String>> headers, String answer) {
        return contract.faults(new Exchange(method, URI.create("http://127.0.0.1" + path), "application/json",
                body == null ? null : body.getBytes(StandardCharsets.UTF_8), status, HttpHeaders.of(headers, (name, value) -> true),
                answer.getBytes(StandardCharsets.UTF_8)));
    }
}
