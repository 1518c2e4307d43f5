package org.classreg.system.contract;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A request and what came back.
 *
 * @param body what was sent; null for nothing
 * @param answer the bytes that came back, none for none
 */
public record Exchange(String method, URI uri, String contentType, byte[] body, int status, HttpHeaders headers, byte[] answer) {

    private static final int MOST_SHOWN = 500;

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** For people. */
    public String told() {
        return method + " " + uri + (body == null ? "" : " (" + contentType + ") " + shown(body)) + "\n  -> " + status + " "
                + header("Content-Type") + " " + shown(answer);
    }

    private static String shown(byte[] bytes) {
        return new String(Arrays.copyOf(bytes, Math.min(bytes.length, MOST_SHOWN)), StandardCharsets.UTF_8)
                + (bytes.length > MOST_SHOWN ? "... (" + bytes.length + " bytes)" : "");
    }
}
