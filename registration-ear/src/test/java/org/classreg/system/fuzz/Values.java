package org.classreg.system.fuzz;

import java.util.List;
import java.util.SplittableRandom;
import org.classreg.system.contract.OpenApi;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Draws values for schemas: what they allow, what lies at their limits and just beyond, and what they do not allow at all. */
final class Values {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper JSON = new JsonMapper();

    private static final List<String> ODD_TEXTS = List.of("", " ", "\0", "a\0b", "\uD800", "\uDC00\uD800", "\u202Eabc\u202C", "עברית", "😀👩‍👩‍👧",
            "\uFEFF", "null", "-1", "' or 1=1 --", "\"; drop table person; --", "../../etc/passwd", "%00", "${7*7}", "#{7*7}", "<script>", "=1+1",
            "a".repeat(101), "b".repeat(300), "ü".repeat(5_000), "\r\nX-Injected: 1");
    private static final List<String> ODD_INSTANTS = List.of("2026-03-07T10:00:00Z", "2026-03-07T10:00:00-05:00", "0000-01-01T00:00:00Z",
            "0001-01-01T00:00:00Z", "-999999999-01-01T00:00:00Z", "+999999999-12-31T23:59:59Z", "9999-12-31T23:59:59.999999999Z", "1970-01-01T00:00:00Z",
            "2026-02-30T00:00:00Z", "2026-03-07T24:00:00Z", "2026-03-07T10:00:60Z", "2026-03-07", "10:00", "2026-03-07T10:00:00+18:00",
            "2026-03-07T10:00:00+19:00", "294276-12-31T23:59:59Z", "+294277-01-01T00:00:00Z", "-4713-01-01T00:00:00Z");
    private static final List<Number> ODD_NUMBERS = List.of(0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MAX_VALUE + 1L, Long.MAX_VALUE,
            Long.MIN_VALUE, 1e308, 0.1, -0.0001, 1e-300);

    private final OpenApi document;
    private final Known known;
    private final SplittableRandom random;
    private final int oddity;

    /** @param oddity how many values in a hundred are odd */
    Values(OpenApi document, Known known, SplittableRandom random, int oddity) {
        this.document = document;
        this.known = known;
        this.random = random;
        this.oddity = oddity;
    }

    boolean isOdd() {
        return random.nextInt(100) < oddity;
    }

    <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** @param name of the field or parameter, by which values are remembered */
    JsonNode of(String name, JsonNode reference) {
        var schema = document.resolve(reference);
        if (schema.has("allOf")) {
            return schema.path("nullable").asBoolean(false) && random.nextInt(3) > 0 ? NODES.nullNode() : of(name, schema.get("allOf").get(0));
        }
        if (isOdd() && random.nextInt(4) == 0) {
            return ofAnotherType();
        }
        if (schema.path("nullable").asBoolean(false) && random.nextInt(3) == 0) {
            return NODES.nullNode();
        }
        return switch (schema.path("type").asString("object")) {
            case "string" -> NODES.stringNode(text(name, schema));
            case "integer" -> integer(schema);
            case "number" -> isOdd() ? number(any(ODD_NUMBERS)) : NODES.numberNode(random.nextInt(0, 1100) / 1000.0);
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            case "array" -> array(name, schema);
            default -> object(schema);
        };
    }

    private JsonNode ofAnotherType() {
        return any(List.of(NODES.nullNode(), NODES.numberNode(7), NODES.booleanNode(true), NODES.stringNode("7"), NODES.arrayNode(), NODES.objectNode(),
                NODES.arrayNode().addNull(), NODES.objectNode().put("x", 1)));
    }

    private static JsonNode number(Number number) {
        return JSON.valueToTree(number);
    }

    /** Text for a field or, as a path or query has it, for a parameter. */
    String text(String name, JsonNode schema) {
        if (isOdd()) {
            return "date-time".equals(schema.path("format").asString("")) ? any(ODD_INSTANTS)
                    : random.nextInt(3) == 0 ? "x".repeat(schema.path("maxLength").asInt(200) + random.nextInt(2)) : any(ODD_TEXTS);
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(random.nextInt(schema.get("enum").size())).asString("x");
        }
        if ("date-time".equals(schema.path("format").asString(""))) {
            return "2026-%02d-%02dT%02d:00:00-05:00".formatted(random.nextInt(1, 13), random.nextInt(1, 29), random.nextInt(24));
        }
        if ("date".equals(schema.path("format").asString(""))) {
            return "2026-%02d-%02d".formatted(random.nextInt(1, 13), random.nextInt(1, 29));
        }
        return known.any(name, random);
    }

    private JsonNode integer(JsonNode schema) {
        if (isOdd()) {
            var limits = List.of(schema.path("minimum").asLong(0), schema.path("maximum").asLong(1000));
            return random.nextBoolean() ? number(any(ODD_NUMBERS)) : NODES.numberNode(any(limits) + random.nextInt(-1, 2));
        }
        var least = schema.path("minimum").asLong(0);
        return NODES.numberNode(least + random.nextInt((int) Math.min(20, schema.path("maximum").asLong(20) - least) + 1));
    }

    private JsonNode array(String name, JsonNode schema) {
        var array = NODES.arrayNode();
        var size = isOdd() ? any(List.of(0, 0, 2, schema.path("maxItems").asInt(20) % 101 + 1)) : random.nextInt(1, 4);
        for (int i = 0; i < size; i++) {
            array.add(of(name, schema.get("items")));
        }
        return array;
    }

    private JsonNode object(JsonNode schema) {
        var required = schema.path("required").valueStream().map(JsonNode::stringValue).toList();
        ObjectNode object = NODES.objectNode();
        schema.path("properties").propertyStream().forEach(field -> {
            var isLeftOut = required.contains(field.getKey()) ? isOdd() && random.nextInt(5) == 0 : random.nextInt(3) == 0;
            if (!isLeftOut) {
                object.set(field.getKey(), of(field.getKey(), field.getValue()));
            }
        });
        if (isOdd() && random.nextInt(8) == 0) {
            object.put("unknown", 1);
        }
        return object;
    }
}
