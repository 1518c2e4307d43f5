package org.classreg.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.classreg.system.SmallOffice.assertProblem;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** What HTTP lets one ask of every address, tried at each that the document has. */
@ExtendWith(Running.class)
@TestInstance(Lifecycle.PER_CLASS)
class WholeDocumentIT {

    private static final String STREAM = "/events";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");

    private JsonObject paths;
    private RightsOffice office;
    private Http admin;

    @BeforeAll
    void anOfficeWithAllThatTheDocumentIsAbout(Http anonymous) {
        var document = anonymous.get("/openapi?format=JSON").object();
        paths = document.getJsonObject("paths");
        office = new RightsOffice(anonymous, document);
        admin = office.administrator();
    }

    @Test
    void theHeadersOfEveryReadCanBeAskedForAlone() {
        each("get", (path, address) -> {
            var whole = admin.get(address);
            var head = admin.head(address);
            assertThat(whole.status()).as(whole.body()).isEqualTo(200);
            assertThat(head.status()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            for (var header : List.of("Content-Type", "ETag", "Cache-Control", "Link", "Content-Disposition")) {
                assertThat(head.headers().allValues(header)).as(header).isEqualTo(whole.headers().allValues(header));
            }
        });
    }

    @Test
    void aFormThatNothingIsAnsweredInIsNotAcceptable() {
        var picture = admin.with("Accept", "image/png");
        each("get", (path, address) -> {
            assertProblem(picture.get(address), 406);
            assertThat(picture.head(address).status()).isEqualTo(406);
        });
        for (var method : List.of("post", "put", "delete")) {
            each(method, (path, address) -> assertProblem(switch (method) {
                case "post" -> picture.post(address, "{}", mediaType(path, method));
                case "put" -> picture.put(address, "{}");
                default -> picture.delete(address);
            }, 406));
        }
    }

    @Test
    void everyAddressSaysWhichMethodsItHas() {
        paths.forEach((path, item) -> {
            var methods = item.asJsonObject().keySet().stream().filter(METHODS::contains).map(method -> method.toUpperCase(Locale.ROOT))
                    .collect(Collectors.toCollection(TreeSet::new));
            var address = office.address(methods.first(), path.substring("/api/v1".length()));
            methods.add("OPTIONS");
            if (methods.contains("GET")) {
                methods.add("HEAD");
            }
            var options = admin.options(address);
            assertThat(options.status()).as(path).isBetween(200, 204);
            assertThat(allowed(options.header("Allow"))).as("OPTIONS " + path).isEqualTo(methods);
            var refused = admin.patch(address, "{}");
            assertProblem(refused, 405);
            assertThat(allowed(refused.header("Allow"))).as("PATCH " + path).isEqualTo(methods);
        });
    }

    @Test
    void aSlashAtTheEndIsAnotherAddressWhereThereIsNothing() {
        each("get", (path, address) -> {
            assertProblem(admin.get(address.replaceFirst("(\\?|$)", "/$1")), 404);
            assertThat(admin.head(address.replaceFirst("(\\?|$)", "/$1")).status()).isEqualTo(404);
        });
    }

    @Test
    void anUnknownMethodIsRefusedWhereverThePathLeads() {
        for (var path : List.of("/api/v1/people/..%2F..%2Fetc%2Fpasswd", "/api/v1/programs")) {
            var refused = admin.patch(path, "{}");
            assertProblem(refused, 405);
            assertThat(allowed(refused.header("Allow"))).contains("GET", "HEAD").doesNotContain("PATCH");
        }
    }

    /** A caller has 20 streams at most. */
    @Test
    void theHeadersOfAStreamAloneOpenNone() {
        var stream = office.address("GET", "/programs/{program}" + STREAM);
        for (int i = 0; i < 25; i++) {
            assertThat(admin.head(stream).status()).isEqualTo(200);
        }
    }

    private static Set<String> allowed(String header) {
        return Stream.of(header.split(",")).map(String::strip).collect(Collectors.toCollection(TreeSet::new));
    }

    private String mediaType(String path, String method) {
        var operation = paths.getJsonObject(path).getJsonObject(method);
        return operation.containsKey("requestBody")
                ? operation.getJsonObject("requestBody").getJsonObject("content").keySet().iterator().next() : "application/json";
    }

    /** All that fail are told, each with its path. */
    private void each(String method, BiConsumer<String, String> check) {
        var faults = new ArrayList<String>();
        paths.forEach((path, item) -> {
            if (item.asJsonObject().containsKey(method) && !path.endsWith(STREAM)) {
                try {
                    check.accept(path, office.address(method.toUpperCase(Locale.ROOT), path.substring("/api/v1".length())));
                } catch (AssertionError | RuntimeException e) {
                    faults.add(method + " " + path + ": " + e.getMessage());
                }
            }
        });
        assertThat(faults).isEmpty();
    }
}
