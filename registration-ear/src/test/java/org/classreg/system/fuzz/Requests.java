package org.classreg.system.fuzz;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.classreg.system.contract.OpenApi;
import org.classreg.system.contract.Operation;
import org.classreg.system.contract.Operation.Parameter;

/** Draws requests for the operations of a document. The same seed and what is known draw the same request. */
final class Requests {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final List<String> MEDIA_TYPES = List.of("text/plain", "application/xml", "application/json; charset=utf-16", "multipart/form-data",
            "application/x-www-form-urlencoded", "x/y", "application/json;;;", "garbage");
    private static final List<String> BROKEN_JSON = List.of("", "{", "[", "null", "7", "\"\"", "[]", "{}", "[{}]", "{\"a\":1,\"a\":2}", "{'a':1}", "\0",
            "{\"student\":NaN}", "[".repeat(50_000), "{\"a\":".repeat(5_000), "\uFEFF{}", "{} trailing", "[1e999999999]", "{\"student\":\"\\ud800\"}");
    private static final List<String> ODD_METHODS = List.of("HEAD", "OPTIONS", "PATCH", "PROPFIND", "QUERY", "get");

    private final URI server;
    private final OpenApi document;
    private final Known known;
    private final List<String> authorizations;

    Requests(URI server, OpenApi document, Known known, List<String> authorizations) {
        this.server = server;
        this.document = document;
        this.known = known;
        this.authorizations = authorizations;
    }

    /**
     * A request, and what the contract has to know of it.
     *
     * @param body null for none
     */
    record Drawn(Operation operation, HttpRequest http, String contentType, byte[] body) {
    }

    Drawn draw(Operation operation, SplittableRandom random) {
        // Of three requests one is as it should be, one odd here and there, one broken.
        var values = new Values(document, known, random, List.of(0, 12, 50).get(random.nextInt(3)));
        var request = HttpRequest.newBuilder(server.resolve(path(operation, values) + query(operation, values, random))).timeout(LONGEST);
        var authorization = random.nextInt(3) > 0 ? authorizations.get(0) : values.any(authorizations);
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        headers(operation, values, random, request);
        var types = operation.bodies();
        var body = types.isEmpty() ? (values.isOdd() ? "{}".getBytes(StandardCharsets.UTF_8) : null) : body(types.get(0), values, random);
        var type = types.isEmpty() ? "application/json" : values.isOdd() && random.nextInt(6) == 0 ? values.any(MEDIA_TYPES) : types.get(0).type();
        if (body != null) {
            request.header("Content-Type", type);
        }
        var method = values.isOdd() && random.nextInt(12) == 0 ? values.any(ODD_METHODS) : operation.method().toUpperCase(Locale.ROOT);
        request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        return new Drawn(operation, request.build(), body == null ? null : type, body);
    }

    private static String path(Operation operation, Values values) {
        var path = operation.path();
        for (var parameter : operation.parameters()) {
            if (parameter.in().equals("path")) {
                path = path.replace("{" + parameter.name() + "}", encode(values.text(parameter.name(), parameter.schema())));
            }
        }
        return path;
    }

    private static String query(Operation operation, Values values, SplittableRandom random) {
        var query = operation.parameters().stream().filter(parameter -> parameter.in().equals("query"))
                .filter(parameter -> parameter.required() ? !values.isOdd() : random.nextInt(3) == 0)
                .flatMap(parameter -> values.isOdd() && random.nextInt(4) == 0 ? List.of(parameter, parameter).stream() : List.of(parameter).stream())
                .map(parameter -> parameter.name() + "=" + encode(values.of(parameter.name(), parameter.schema()).asString("x")))
                .collect(Collectors.joining("&"));
        if (values.isOdd() && random.nextInt(6) == 0) {
            query += "&" + values.any(List.of("unknown=1", "limit", "=", "%20=%20", "a=" + "b".repeat(4_000), "limit=1&limit=2"));
        }
        return query.isEmpty() ? "" : "?" + query;
    }

    private void headers(Operation operation, Values values, SplittableRandom random, HttpRequest.Builder request) {
        operation.parameters().stream().filter(parameter -> parameter.in().equals("header"))
                .filter(parameter -> parameter.name().equals("If-Match") ? random.nextInt(8) > 0 : random.nextInt(5) == 0)
                .forEach(parameter -> request.header(parameter.name(), headerValue(parameter, values, random)));
        if (values.isOdd() && random.nextInt(6) == 0) {
            request.header("Accept", values.any(List.of("text/html", "application/json;q=0", "*/*", "x", "application/*", ",", "a/b;c=\"")));
        }
        if (values.isOdd() && random.nextInt(12) == 0) {
            request.header(values.any(List.of("Content-Encoding", "Accept-Language", "Range", "Origin", "X-HTTP-Method-Override")),
                    values.any(List.of("gzip", "x;q=\"", "bytes=0-0", "null", "DELETE")));
        }
    }

    private String headerValue(Parameter parameter, Values values, SplittableRandom random) {
        var odd = List.of("*", "\"\"", "\"x\"", "W/\"x\"", "x", "\"", ",", "\"a\", \"b\"", "return=minimal", "return=\"", "k".repeat(256), "k".repeat(255));
        if (values.isOdd()) {
            return values.any(odd);
        }
        return switch (parameter.name()) {
            case "If-Match" -> "*";
            case "Prefer" -> "return=minimal";
            case "Idempotency-Key" -> "key-" + random.nextInt(1_000_000);
            default -> "\"" + random.nextInt(100) + "\"";
        };
    }

    private byte[] body(Operation.Content content, Values values, SplittableRandom random) {
        if (!content.type().equals("application/json")) {
            var file = values.any(List.of("userSourcedId,classSourcedId,type\n", "\"unbalanced\n", "a,b\n".repeat(2_000), "PK\3\4", "\0\1\2"));
            return file.getBytes(values.isOdd() ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
        }
        if (values.isOdd() && random.nextInt(5) == 0) {
            return values.any(BROKEN_JSON).getBytes(values.isOdd() ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8);
        }
        return values.of("body", content.schema()).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    }
}
