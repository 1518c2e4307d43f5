package org.classreg.system.contract;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.classreg.system.contract.Operation.Content;
import org.classreg.system.contract.Operation.Parameter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Holds what was really asked and answered against the document of the server. An answer needs a status, a media type, headers and a body
 * that are described for its operation; a request that was granted must have been what the document allows.
 */
public final class Contract {

    /** What every answer may have, the document need not tell. */
    private static final Set<String> OF_ALL_ANSWERS = Set.of("allow", "cache-control", "connection", "content-length", "content-type", "date",
            "server", "transfer-encoding", "vary", "content-security-policy", "cross-origin-opener-policy", "cross-origin-resource-policy",
            "permissions-policy", "referrer-policy", "strict-transport-security", "x-content-type-options", "x-frame-options");

    private static final Set<Integer> OF_UNKNOWN_PATHS = Set.of(401, 403, 404, 429);
    private static final Set<Integer> OF_UNKNOWN_METHODS = Set.of(400, 401, 403, 404, 405, 429);
    private static final String PROBLEM = "application/problem+json";
    private static final String JSON = "application/json";
    private static final Map<URI, Contract> BY_SERVER = new ConcurrentHashMap<>();

    private final OpenApi document;

    public Contract(OpenApi document) {
        this.document = document;
    }

    /** Of the server at the address, whose document is read when it is first needed. */
    public static Contract of(URI server, Function<URI, String> reading) {
        return BY_SERVER.computeIfAbsent(server, unread -> new Contract(OpenApi.of(reading.apply(server.resolve("/openapi")))));
    }

    public OpenApi document() {
        return document;
    }

    /** @throws AssertionError with everything that was not as the document says */
    public void require(Exchange exchange) {
        var faults = faults(exchange);
        if (!faults.isEmpty()) {
            throw new AssertionError("Not as /openapi says: " + String.join("\n  and: ", faults) + "\n" + exchange.told());
        }
    }

    /** What was not as the document says; empty for what is none of its business. */
    public List<String> faults(Exchange exchange) {
        var path = exchange.uri().getRawPath();
        if (!path.startsWith("/api/") || exchange.method().equals("OPTIONS")) {
            return List.of();
        }
        var operation = operation(exchange);
        if (operation.isEmpty()) {
            return faultsOfUnknown(exchange, document.knows(path) ? OF_UNKNOWN_METHODS : OF_UNKNOWN_PATHS);
        }
        var faults = new ArrayList<String>();
        operation.get().response(exchange.status()).ifPresentOrElse(response -> {
            requireHeaders(exchange, response, faults);
            requireBody(exchange, operation.get(), response, faults);
        }, () -> faults.add(operation.get() + " does not answer " + exchange.status()));
        if (exchange.isSuccess()) {
            requireRequest(exchange, operation.get(), faults);
        }
        return faults;
    }

    /** Methods are written large: "get" is none. */
    private Optional<Operation> operation(Exchange exchange) {
        var method = exchange.method().equals("HEAD") ? "GET" : exchange.method();
        return method.equals(method.toUpperCase(Locale.ROOT)) ? document.find(method.toLowerCase(Locale.ROOT), exchange.uri().getRawPath()) : Optional.empty();
    }

    private List<String> faultsOfUnknown(Exchange exchange, Set<Integer> statuses) {
        if (!statuses.contains(exchange.status())) {
            return List.of("it is not described, and its status is " + exchange.status() + ", none of " + statuses);
        }
        return exchange.method().equals("HEAD") ? List.of() : problemFaults(exchange);
    }

    private List<String> problemFaults(Exchange exchange) {
        return mediaType(exchange.header("Content-Type")).equals(PROBLEM)
                ? parsed(exchange.answer(), json -> document.faultsOfAnswer("/components/schemas/Problem", json)) : List.of("it is no problem");
    }

    private void requireHeaders(Exchange exchange, JsonNode response, List<String> faults) {
        var described = response.path("headers").propertyStream().map(header -> header.getKey().toLowerCase(Locale.ROOT)).toList();
        var general = document.root().get("info").get("description").stringValue().toLowerCase(Locale.ROOT);
        exchange.headers().map().keySet().stream().map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> !name.startsWith(":") && !OF_ALL_ANSWERS.contains(name) && !described.contains(name) && !general.contains(name))
                .forEach(name -> faults.add("the header " + name + " is not described"));
    }

    private void requireBody(Exchange exchange, Operation operation, JsonNode response, List<String> faults) {
        if (exchange.method().equals("HEAD")) {
            return;
        }
        var type = mediaType(exchange.header("Content-Type"));
        if (!response.has("content")) {
            if (exchange.answer().length > 0) {
                faults.add(exchange.status() + " has no body by the document");
            }
        } else if (!response.get("content").has(type)) {
            faults.add(exchange.status() + " is not described as \"" + type + "\"");
        } else if (type.endsWith("json")) {
            faults.addAll(parsed(exchange.answer(), json -> document.faultsOfAnswer(operation.pointerTo(exchange.status(), type), json)));
        }
    }

    private void requireRequest(Exchange exchange, Operation operation, List<String> faults) {
        for (var parameter : operation.parameters()) {
            if (parameter.in().equals("query")) {
                values(exchange.uri(), parameter.name()).forEach(value -> document.faultsOfRequest(parameter.pointer(), value(parameter, value))
                        .forEach(fault -> faults.add("granted with " + parameter.name() + "=" + value + ", though " + fault)));
            }
        }
        names(exchange.uri()).filter(name -> operation.parameters().stream().noneMatch(known -> known.in().equals("query") && known.name().equals(name)))
                .forEach(name -> faults.add("granted with " + name + ", which is not described"));
        if (exchange.body() == null || exchange.body().length == 0 || operation.bodies().isEmpty()) {
            return;
        }
        var type = mediaType(exchange.contentType());
        operation.bodies().stream().filter(body -> body.type().equals(type)).findFirst().ifPresentOrElse(
                body -> requireSent(exchange, body, faults), () -> faults.add("granted though \"" + type + "\" is not described"));
    }

    private void requireSent(Exchange exchange, Content body, List<String> faults) {
        if (body.type().equals(JSON)) {
            parsed(exchange.body(), json -> document.faultsOfRequest(body.pointer(), json))
                    .forEach(fault -> faults.add("granted though its body is not as described: " + fault));
        }
    }

    private static Stream<String> values(URI uri, String name) {
        return Stream.ofNullable(uri.getRawQuery()).flatMap(query -> Stream.of(query.split("&"))).filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8)).limit(1);
    }

    private static Stream<String> names(URI uri) {
        return Stream.ofNullable(uri.getRawQuery()).flatMap(query -> Stream.of(query.split("&"))).map(pair -> pair.replaceFirst("=.*", ""))
                .filter(name -> !name.isEmpty()).map(name -> URLDecoder.decode(name, StandardCharsets.UTF_8));
    }

    private static JsonNode value(Parameter parameter, String text) {
        var nodes = JsonNodeFactory.instance;
        return switch (parameter.schema().get("type").stringValue()) {
            case "integer" -> text.matches("-?\\d{1,18}") ? nodes.numberNode(Long.parseLong(text)) : nodes.stringNode(text);
            case "boolean" -> text.matches("true|false") ? nodes.booleanNode(Boolean.parseBoolean(text)) : nodes.stringNode(text);
            default -> nodes.stringNode(text);
        };
    }

    private static List<String> parsed(byte[] json, Function<JsonNode, List<String>> check) {
        try {
            return check.apply(OpenApi.JSON.readTree(json));
        } catch (JacksonException e) {
            return List.of("it is no JSON: " + e.getOriginalMessage());
        }
    }

    private static String mediaType(String contentType) {
        return contentType == null ? "" : contentType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }
}
