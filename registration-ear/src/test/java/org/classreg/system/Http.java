package org.classreg.system;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.classreg.system.contract.Contract;
import org.classreg.system.contract.Exchange;

/** Requests to a server under test, each with the same headers. Immutable; follows no redirects and keeps no cookies. */
public final class Http {

    private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    private final URI base;
    private final Map<String, String> headers;

    private Http(URI base, Map<String, String> headers) {
        this.base = base;
        this.headers = Map.copyOf(headers);
    }

    public static Http of(URI base) {
        return new Http(base, Map.of());
    }

    /** The same requests with one header more. */
    public Http with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Http(base, more);
    }

    /** The same requests with Basic credentials. */
    public Http as(String user, String password) {
        byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    /** The same requests, which replace whatever there is. */
    public Http whateverItIs() {
        return with("If-Match", "*");
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    /** The body of a GET as it is. */
    public HttpResponse<byte[]> download(String path) {
        return exchange("GET", path, null);
    }

    /** A GET whose body is read as it comes, and whose connection ends when the body is closed. */
    HttpResponse<InputStream> open(String path) {
        return send(request("GET", base.resolve(path), null), BodyHandlers.ofInputStream());
    }

    public Answer head(String path) {
        return send("HEAD", path, null);
    }

    public Answer options(String path) {
        return send("OPTIONS", path, null);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    public Answer patch(String path, String json) {
        return with("Content-Type", "application/json").send("PATCH", path, json.getBytes(StandardCharsets.UTF_8));
    }

    public Answer post(String path, JsonValue body) {
        return post(path, body.toString(), "application/json");
    }

    public Answer post(String path, String body, String contentType) {
        return post(path, body.getBytes(StandardCharsets.UTF_8), contentType);
    }

    public Answer post(String path, byte[] body, String contentType) {
        return with("Content-Type", contentType).send("POST", path, body);
    }

    public Answer put(String path, JsonValue body) {
        return put(path, body.toString());
    }

    public Answer put(String path, String json) {
        return with("Content-Type", "application/json").send("PUT", path, json.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a GET answers 200; a server that does not answer is no error. */
    public boolean isOk(String path) {
        try {
            return get(path).status() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private Answer send(String method, String path, byte[] body) {
        HttpResponse<byte[]> response = exchange(method, path, body);
        return new Answer(response.statusCode(), response.headers(), new String(response.body(), StandardCharsets.UTF_8));
    }

    /** Whatever is asked of the API is held against its document. */
    private HttpResponse<byte[]> exchange(String method, String path, byte[] body) {
        URI uri = base.resolve(path);
        HttpResponse<byte[]> response = send(request(method, uri, body), BodyHandlers.ofByteArray());
        if (uri.getPath().startsWith("/api/")) {
            contract().require(new Exchange(method, uri, headers.get("Content-Type"), body, response.statusCode(), response.headers(),
                response.body()));
        }
        return response;
    }

    private HttpRequest request(String method, URI uri, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(60))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return request.build();
    }

    /** What the document of this server promises. */
    public Contract contract() {
        return Contract.of(base, document -> new String(send(HttpRequest.newBuilder(document).timeout(Duration.ofSeconds(60))
            .header("Accept", "application/json").build(), BodyHandlers.ofByteArray()).body(), StandardCharsets.UTF_8));
    }

    private static <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
        try {
            return CLIENT.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri().getPath(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What came back. */
    public record Answer(int status, HttpHeaders headers, String body) {

        /** The first value of the header, or an empty text. */
        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        public JsonObject object() {
            return json().asJsonObject();
        }

        public JsonArray array() {
            return json().asJsonArray();
        }

        private JsonStructure json() {
            try (var reader = Json.createReader(new StringReader(body))) {
                return reader.read();
            }
        }
    }
}
