package org.classreg.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What a reader may expect of every operation in the document at /openapi. */
class OpenApiRulesTest {

    private static final Set<String> HTTP_METHODS = Set.of("get", "post", "put", "delete", "patch");

    /** Writes of what has no GET to read it by before. */
    private static final Set<String> READ_BY_NOBODY = Set.of("setPassword", "changePassword", "revokeToken", "closeCalendar", "revokeProgramRole");

    private static Map<String, Object> document;

    /** By method and path. */
    private static final Map<String, Map<String, Object>> OPERATIONS = new LinkedHashMap<>();

    @BeforeAll
    static void read() throws Exception {
        try (var yaml = OpenApiRulesTest.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            document = new Yaml().load(yaml);
        }
        at(document, "paths").forEach((path, item) -> HTTP_METHODS.stream().filter(asMap(item)::containsKey)
                .forEach(method -> OPERATIONS.put(method + " " + path, at(asMap(item), method))));
        assertThat(OPERATIONS).hasSizeGreaterThan(10);
    }

    @Test
    void everyOperationHasANameOfItsOwnASummaryAndOneKnownTag() {
        var tags = asList(document.get("tags")).stream().map(tag -> asMap(tag).get("name")).toList();

        assertThat(OPERATIONS.values()).extracting(operation -> operation.get("operationId")).doesNotContainNull().doesNotHaveDuplicates();
        assertThat(OPERATIONS).allSatisfy((name, operation) -> {
            assertThat((String) operation.get("summary")).isNotBlank().doesNotEndWith(".");
            assertThat(asList(operation.get("tags"))).hasSize(1).allSatisfy(tag -> assertThat(tags).contains(tag));
        });
    }

    @Test
    void everyOperationTellsItsSuccessAndThatNobodyMayBeSignedIn() {
        assertThat(OPERATIONS).allSatisfy((name, operation) -> {
            var statuses = at(operation, "responses").keySet();
            assertThat(statuses).contains("401").anySatisfy(status -> assertThat(status).startsWith("2"));
            assertThat(statuses.contains("304")).isEqualTo(name.startsWith("get ") && answersJson(operation));
        });
    }

    private static boolean answersJson(Map<String, Object> operation) {
        return at(at(at(operation, "responses"), "200"), "content").containsKey("application/json");
    }

    @Test
    void everyBodyThatIsSentHasAnExampleOrIsAFileAndMayBeMalformed() {
        OPERATIONS.values().stream().filter(operation -> operation.containsKey("requestBody")).forEach(operation -> {
            assertThat(at(operation, "responses")).containsKey("400").containsKey("415");
            at(at(operation, "requestBody"), "content").forEach((type, content) -> {
                if (type.equals("application/json")) {
                    assertThat(asMap(content)).as("%s of %s", type, operation.get("operationId")).containsKeys("schema", "example");
                }
            });
        });
    }

    @Test
    void everyPostCanBeRepeatedWithAKey() {
        var posts = OPERATIONS.entrySet().stream().filter(operation -> operation.getKey().startsWith("post ")).toList();

        assertThat(posts).hasSizeGreaterThan(5).allSatisfy(post -> {
            assertThat(references(post.getValue().get("parameters"))).contains("#/components/parameters/idempotencyKey");
            assertThat(at(post.getValue(), "responses")).containsKeys("400", "409", "422");
        });
    }

    @Test
    void whatReplacesOrRemovesSomethingThatCanBeReadNamesWhatItHasRead() {
        var writes = OPERATIONS.entrySet().stream().filter(operation -> operation.getKey().matches("(put|patch|delete) .*")).toList();

        assertThat(writes).hasSizeGreaterThan(5).allSatisfy(write -> {
            var needsMatch = references(write.getValue().get("parameters")).toList().contains("#/components/parameters/ifMatch");
            assertThat(needsMatch).isEqualTo(!READ_BY_NOBODY.contains(write.getValue().get("operationId")));
            if (needsMatch) {
                assertThat(at(write.getValue(), "responses")).containsKeys("400", "412", "428");
            }
        });
    }

    @Test
    void everyListIsOrderedAndReadInPagesButWhatIsReplacedAsAWhole() {
        var lists = OPERATIONS.entrySet().stream().filter(operation -> operation.getKey().startsWith("get ") && answersAList(operation.getValue()))
                .filter(operation -> !OPERATIONS.containsKey(operation.getKey().replaceFirst("get", "put"))).toList();

        assertThat(lists).hasSizeGreaterThan(15).allSatisfy(list -> {
            var parameters = asList(list.getValue().get("parameters"));
            assertThat(references(parameters)).contains("#/components/parameters/limit", "#/components/parameters/cursor",
                    "#/components/parameters/ifNoneMatch");
            assertThat(parameters).anySatisfy(parameter -> assertThat(asMap(parameter)).containsEntry("name", "sort"));
            assertThat(at(at(list.getValue(), "responses"), "200").get("headers")).asInstanceOf(InstanceOfAssertFactories.MAP).containsKeys("Link", "ETag");
            assertThat(at(list.getValue(), "responses")).containsKey("400");
        });
    }

    private static boolean answersAList(Map<String, Object> operation) {
        if (!answersJson(operation)) {
            return false;
        }
        var content = at(at(at(operation, "responses"), "200"), "content");
        var schema = at(asMap(content.get("application/json")), "schema");
        var named = schema.get("$ref") == null ? schema
                : at(at(at(document, "components"), "schemas"), String.valueOf(schema.get("$ref")).replaceFirst("^.*/", ""));
        return "array".equals(named.get("type"));
    }

    @Test
    void everyReferenceLeadsSomewhereAndNothingIsDescribedForNobody() {
        var used = references(document).collect(Collectors.toSet());
        var described = at(document, "components").entrySet().stream().filter(kind -> !kind.getKey().equals("securitySchemes"))
                .flatMap(kind -> asMap(kind.getValue()).keySet().stream().map(name -> "#/components/" + kind.getKey() + "/" + name))
                .collect(Collectors.toSet());

        assertThat(used).hasSizeGreaterThan(10).isEqualTo(described);
    }

    private static Stream<String> references(Object node) {
        if (node instanceof Map<?, ?> map) {
            return Stream.concat(Stream.ofNullable(map.get("$ref")).map(String::valueOf),
                    map.values().stream().flatMap(OpenApiRulesTest::references));
        }
        return node instanceof Collection<?> list ? list.stream().flatMap(OpenApiRulesTest::references) : Stream.empty();
    }

    private static Map<String, Object> at(Map<String, Object> node, String key) {
        return asMap(node.get(key));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object node) {
        return (Map<String, Object>) node;
    }

    private static List<?> asList(Object node) {
        return (List<?>) node;
    }
}
