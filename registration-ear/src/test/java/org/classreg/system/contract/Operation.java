package org.classreg.system.contract;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What the document says of a method at a path. */
public final class Operation {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

    private final OpenApi document;
    private final String method;
    private final String path;
    private final JsonNode item;
    private final JsonNode node;
    private final Pattern pattern;

    Operation(OpenApi document, String method, String path, JsonNode item, JsonNode node) {
        this.document = document;
        this.method = method;
        this.path = path;
        this.item = item;
        this.node = node;
        var value = hasSlashes(document, item) ? ".+" : "[^/]+";
        pattern = Pattern.compile(Stream.of(VARIABLE.split(path, -1)).map(Pattern::quote).reduce((left, right) -> left + value + right).orElseThrow());
    }

    /** OpenAPI 3.0 has no word of its own for a value that is more than one segment of the path. */
    private static boolean hasSlashes(OpenApi document, JsonNode item) {
        return item.path("parameters").valueStream().map(document::resolve).anyMatch(parameter -> parameter.path("x-multi-segment").asBoolean(false));
    }

    /**
     * A parameter of it.
     *
     * @param in path, query or header
     * @param pointer to its schema
     */
    public record Parameter(String name, String in, boolean required, JsonNode schema, String pointer) {
    }

    /** A body that it takes, of one media type. */
    public record Content(String type, JsonNode schema, String pointer) {
    }

    public String id() {
        return node.get("operationId").stringValue();
    }

    public String method() {
        return method;
    }

    public String path() {
        return path;
    }

    boolean matches(String rawPath) {
        return pattern.matcher(rawPath).matches();
    }

    /** How much of the path is no variable. */
    int literals() {
        return VARIABLE.matcher(path).replaceAll("").length();
    }

    public List<Parameter> parameters() {
        return Stream.concat(parameters(item, pointer("paths", path)), parameters(node, pointer("paths", path, method))).toList();
    }

    private Stream<Parameter> parameters(JsonNode owner, String pointer) {
        var all = owner.path("parameters");
        return Stream.iterate(0, i -> i + 1).limit(all.size()).map(i -> {
            var found = document.resolve(all.get(i));
            return new Parameter(found.get("name").stringValue(), found.get("in").stringValue(), found.path("required").asBoolean(false),
                    found.get("schema"), target(all.get(i), pointer + "/parameters/" + i) + "/schema");
        });
    }

    public List<Content> bodies() {
        return node.path("requestBody").path("content").propertyStream().map(content -> new Content(content.getKey(),
                content.getValue().get("schema"), pointer("paths", path, method, "requestBody", "content", content.getKey(), "schema"))).toList();
    }

    /** What it says of an answer with the status. */
    Optional<JsonNode> response(int status) {
        return Optional.ofNullable(node.get("responses").get(Integer.toString(status))).map(document::resolve);
    }

    String pointerTo(int status, String mediaType) {
        var response = node.get("responses").get(Integer.toString(status));
        return target(response, pointer("paths", path, method, "responses", Integer.toString(status)))
                + pointer("content", mediaType, "schema");
    }

    private static String target(JsonNode node, String otherwise) {
        return node.has("$ref") ? node.get("$ref").stringValue().substring(1) : otherwise;
    }

    private static String pointer(String... keys) {
        return Stream.of(keys).map(key -> "/" + key.replace("~", "~0").replace("/", "~1")).reduce("", String::concat);
    }

    @Override
    public String toString() {
        return method.toUpperCase(Locale.ROOT) + " " + path;
    }
}
