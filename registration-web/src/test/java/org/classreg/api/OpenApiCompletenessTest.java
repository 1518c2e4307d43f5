package org.classreg.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.classreg.api.OpenApiDocument.Operation;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Nothing that a client has to know is missing in the document at /openapi. Each message names what is. */
class OpenApiCompletenessTest {

    private static final Set<String> LIMITS_OF_TEXT = Set.of("enum", "format", "pattern", "maxLength");

    @Test
    void everyParameterIsExplainedLimitedAndShownByAnExample() {
        assertNone(OpenApiDocument.operations().stream().flatMap(operation -> operation.parameters().stream()
                .filter(parameter -> !parameter.has("description") || !parameter.has("example") || !isLimited(parameter.get("schema")))
                .map(parameter -> operation.name() + ": " + parameter.get("name") + " needs a description, an example and limits")));
    }

    @Test
    void everyAnswerHasASchemaAndAnExample() {
        assertNone(OpenApiDocument.operations().stream().flatMap(operation -> operation.responses()
                .flatMap(response -> response.path("content").valueStream())
                .filter(content -> !content.has("schema") || !hasExample(content))
                .map(content -> operation.name() + ": no schema or no example in " + content)));
    }

    private static boolean hasExample(JsonNode content) {
        var schema = OpenApiDocument.resolve(content.get("schema"));
        var isFile = schema.path("format").asString("").equals("binary");
        return isFile || content.has("example") || schema.has("example")
                || schema.has("items") && OpenApiDocument.resolve(schema.get("items")).has("example");
    }

    @Test
    void everyErrorThatAnOperationMayAnswerIsListed() {
        assertNone(OpenApiDocument.operations().stream().flatMap(operation -> expected(operation)
                .filter(status -> !operation.statuses().contains(status))
                .map(status -> operation.name() + ": " + status + " is not listed")));
    }

    private static Stream<String> expected(Operation operation) {
        var statuses = new ArrayList<>(List.of("401", "406", "429"));
        if (!operation.parameters().isEmpty() || operation.hasBody()) {
            statuses.add("400");
        }
        if (operation.path().contains("{")) {
            statuses.add("404");
        }
        if (operation.isWrite()) {
            statuses.addAll(List.of("403", "503"));
        }
        if (operation.isWrite() && !operation.method().equals("delete")) {
            statuses.addAll(List.of("413", "415"));
        }
        if (operation.method().equals("post")) {
            statuses.addAll(List.of("409", "422"));
        }
        return statuses.stream();
    }

    @Test
    void readsCanBeConditionalAndWritesAnsweredMinimally() {
        assertNone(OpenApiDocument.operations().stream().filter(Operation::answersJson).flatMap(operation -> {
            var missing = new ArrayList<String>();
            var header = operation.isWrite() ? "Prefer" : "If-None-Match";
            if (operation.parameters().stream().noneMatch(parameter -> parameter.get("name").stringValue().equals(header))) {
                missing.add(operation.name() + ": the header " + header + " is not described");
            }
            if (!operation.statuses().contains(operation.isWrite() ? "204" : "304")) {
                missing.add(operation.name() + ": the answer to " + header + " is not listed");
            }
            if (!operation.isWrite() && operation.successes().anyMatch(answer -> !answer.path("headers").has("ETag"))) {
                missing.add(operation.name() + ": the header ETag is not described");
            }
            return missing.stream();
        }));
    }

    @Test
    void everyRepeatedPostIsTold() {
        assertNone(OpenApiDocument.operations().stream().filter(operation -> operation.method().equals("post"))
                .filter(operation -> operation.successes().anyMatch(answer -> !answer.path("headers").has("Idempotency-Replayed")))
                .map(operation -> operation.name() + ": the header Idempotency-Replayed is not described"));
    }

    @Test
    void whatIsSentHasLimitsAndNoFieldsThatNobodyKnows() {
        var missing = new ArrayList<String>();
        OpenApiDocument.operations().stream().filter(Operation::hasBody)
                .flatMap(operation -> operation.node().get("requestBody").get("content").propertyStream())
                .filter(content -> content.getKey().equals("application/json"))
                .forEach(content -> requireLimits(content.getValue().get("schema"), "body", missing));
        assertNone(missing.stream());
    }

    private static void requireLimits(JsonNode reference, String where, List<String> missing) {
        var schema = OpenApiDocument.resolve(reference);
        var name = reference.has("$ref") ? reference.get("$ref").stringValue() : where;
        schema.path("allOf").valueStream().forEach(part -> requireLimits(part, name, missing));
        if (schema.path("type").asString("").equals("object") && !schema.path("additionalProperties").isBoolean()) {
            missing.add(name + ": additionalProperties is not false");
        }
        if (schema.has("type") && !isLimited(schema)) {
            missing.add(name + ": no limits");
        }
        if (schema.has("items")) {
            requireLimits(schema.get("items"), name + "[]", missing);
        }
        schema.path("properties").propertyStream().forEach(field -> requireLimits(field.getValue(), name + "." + field.getKey(), missing));
    }

    private static boolean isLimited(JsonNode schema) {
        return switch (schema.path("type").asString("")) {
            case "string" -> LIMITS_OF_TEXT.stream().anyMatch(schema::has);
            case "integer" -> schema.has("format") || schema.has("minimum") && schema.has("maximum");
            case "number" -> schema.has("minimum") && schema.has("maximum");
            case "array" -> schema.has("maxItems");
            default -> true;
        };
    }

    /** A client may rely on all fields being there: what has no value is null. */
    @Test
    void whatIsAnsweredHasAllItsFieldsRequired() {
        var missing = new ArrayList<String>();
        var seen = new HashSet<String>();
        OpenApiDocument.operations().stream().flatMap(Operation::successes)
                .flatMap(response -> response.get("content").valueStream())
                .forEach(content -> requireAll(content.get("schema"), "answer", seen, missing));
        assertThat(seen).hasSizeGreaterThan(10);
        assertNone(missing.stream());
    }

    private static void requireAll(JsonNode reference, String where, Set<String> seen, List<String> missing) {
        var schema = OpenApiDocument.resolve(reference);
        var name = reference.has("$ref") ? reference.get("$ref").stringValue() : where;
        if (reference.has("$ref") && !seen.add(name)) {
            return;
        }
        // What is sent too may leave out what it leaves as it is.
        var isSentToo = schema.path("additionalProperties").isBoolean();
        var required = schema.path("required").valueStream().map(JsonNode::stringValue).toList();
        schema.path("properties").propertyStream().forEach(field -> {
            if (!isSentToo && !required.contains(field.getKey())) {
                missing.add(name + "." + field.getKey() + " is not required");
            }
            requireAll(field.getValue(), name + "." + field.getKey(), seen, missing);
        });
        if (schema.has("items")) {
            requireAll(schema.get("items"), name + "[]", seen, missing);
        }
        schema.path("allOf").valueStream().forEach(part -> requireAll(part, name, seen, missing));
    }

    private static void assertNone(Stream<String> missing) {
        assertThat(missing.distinct().toList()).isEmpty();
    }
}
