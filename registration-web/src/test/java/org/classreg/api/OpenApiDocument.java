package org.classreg.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The document at /openapi as a tree, with its operations. */
final class OpenApiDocument {

    static final JsonNode ROOT = read("/META-INF/openapi.yaml");

    private static final Set<String> HTTP_METHODS = Set.of("get", "post", "put", "delete", "patch");

    private OpenApiDocument() {
    }

    /**
     * What a method does at a path.
     *
     * @param item what all methods of the path have in common
     */
    record Operation(String method, String path, JsonNode item, JsonNode node) {

        /** As the documentation would name it. */
        String name() {
            return method.toUpperCase(Locale.ROOT) + " " + path;
        }

        List<JsonNode> parameters() {
            return Stream.concat(item.path("parameters").valueStream(), node.path("parameters").valueStream())
                    .map(OpenApiDocument::resolve).toList();
        }

        Set<String> statuses() {
            return node.get("responses").propertyStream().map(entry -> entry.getKey()).collect(Collectors.toSet());
        }

        Stream<JsonNode> responses() {
            return node.get("responses").valueStream().map(OpenApiDocument::resolve);
        }

        /** What it answers when it succeeds, 204 apart. */
        Stream<JsonNode> successes() {
            return node.get("responses").propertyStream().filter(entry -> entry.getKey().startsWith("2"))
                    .map(entry -> resolve(entry.getValue())).filter(response -> response.has("content"));
        }

        boolean answersJson() {
            return successes().anyMatch(response -> response.get("content").has("application/json"));
        }

        boolean isWrite() {
            return !method.equals("get");
        }

        boolean hasBody() {
            return node.has("requestBody");
        }
    }

    static List<Operation> operations() {
        return ROOT.get("paths").propertyStream().flatMap(path -> path.getValue().propertyStream()
                .filter(method -> HTTP_METHODS.contains(method.getKey()))
                .map(method -> new Operation(method.getKey(), path.getKey(), path.getValue(), method.getValue()))).toList();
    }

    /** What a reference leads to; anything else as it is. */
    static JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? resolve(ROOT.at(node.get("$ref").stringValue().substring(1))) : node;
    }

    /** Reads YAML from the class path. */
    static JsonNode read(String resource) {
        try (InputStream yaml = OpenApiDocument.class.getResourceAsStream(resource)) {
            return new ObjectMapper().valueToTree(new Yaml().load(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
