package org.classreg.system.contract;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The document of a server, and its schemas: for what is answered closed, so that a field that it does not describe is a fault. */
public final class OpenApi {

    static final JsonMapper JSON = new JsonMapper();

    private static final String DOCUMENT = "urn:openapi";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    /** It warns of all parts of the document that are no schemas. */
    private static final Logger UNKNOWN_KEYWORDS = Logger.getLogger("com.networknt.schema.keyword.UnknownKeywordFactory");

    private final JsonNode root;
    private final List<Operation> operations;
    private final SchemaRegistry answers;
    private final SchemaRegistry requests;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    static {
        UNKNOWN_KEYWORDS.setLevel(Level.SEVERE);
    }

    private OpenApi(JsonNode root) {
        this.root = root;
        operations = root.get("paths").propertyStream().flatMap(path -> path.getValue().propertyStream()
                .filter(method -> METHODS.contains(method.getKey()))
                .map(method -> new Operation(this, method.getKey(), path.getKey(), path.getValue(), method.getValue())))
                .sorted(Comparator.comparingInt(Operation::literals).reversed()).toList();
        answers = registry(closed(root.deepCopy()), true);
        // The server takes instants without seconds too.
        requests = registry(root, false);
    }

    /** @param json the document */
    public static OpenApi of(String json) {
        return new OpenApi(JSON.readTree(json));
    }

    private static SchemaRegistry registry(JsonNode document, boolean formats) {
        return SchemaRegistry.withDialect(Dialects.getOpenApi30(), registry -> registry.schemas(Map.of(DOCUMENT, document.toString()))
                .schemaRegistryConfig(SchemaRegistryConfig.builder().formatAssertionsEnabled(formats).build()));
    }

    private static JsonNode closed(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("type").asString("").equals("object") && object.has("properties")
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.valueStream().forEach(OpenApi::closed);
        return node;
    }

    public JsonNode root() {
        return root;
    }

    public List<Operation> operations() {
        return operations;
    }

    /** The operation of a method at a path, of which the most literal template counts. */
    Optional<Operation> find(String method, String path) {
        return operations.stream().filter(operation -> operation.matches(path)).filter(operation -> operation.method().equals(method)).findFirst();
    }

    boolean knows(String path) {
        return operations.stream().anyMatch(operation -> operation.matches(path));
    }

    /** What a reference leads to; anything else as it is. */
    public JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? resolve(root.at(node.get("$ref").stringValue().substring(1))) : node;
    }

    /** What is wrong with an answer, by the schema at a JSON pointer into the document. */
    List<String> faultsOfAnswer(String pointer, JsonNode value) {
        return faults(answers, "answer " + pointer, pointer, value);
    }

    /** What is wrong with something that was sent. */
    List<String> faultsOfRequest(String pointer, JsonNode value) {
        return faults(requests, "request " + pointer, pointer, value);
    }

    private List<String> faults(SchemaRegistry registry, String key, String pointer, JsonNode value) {
        return schemas.computeIfAbsent(key, unread -> registry.getSchema(SchemaLocation.of(DOCUMENT + "#" + pointer)))
                .validate(value).stream().map(Object::toString).toList();
    }
}
