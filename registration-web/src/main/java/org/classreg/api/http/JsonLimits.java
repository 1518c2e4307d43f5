package org.classreg.api.http;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.classreg.errors.InvalidInput;

/** Refuses JSON before it is parsed that is larger than 1 MiB, nested deeper than 32, not in UTF-8, or followed by more. */
@Provider
public class JsonLimits implements ContainerRequestFilter {

    static final int MOST_BYTES = 1 << 20;
    static final int DEEPEST = 32;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        var type = request.getMediaType();
        if (type == null || !type.isCompatible(MediaType.APPLICATION_JSON_TYPE) || !request.hasEntity()) {
            return;
        }
        var charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null && !StandardCharsets.UTF_8.name().equalsIgnoreCase(charset)) {
            throw new NotSupportedException("JSON comes in UTF-8.");
        }
        var body = request.getEntityStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new ClientErrorException("A JSON body has at most 1 MiB.", Status.REQUEST_ENTITY_TOO_LARGE);
        }
        requireReadable(body);
        request.setEntityStream(new ByteArrayInputStream(body));
    }

    static void requireReadable(byte[] body) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
        } catch (CharacterCodingException e) {
            throw new InvalidInput("body", "The body is not UTF-8.");
        }
        if (depth(body) > DEEPEST) {
            throw new InvalidInput("body", "The body is nested deeper than " + DEEPEST + ".");
        }
    }

    /** How deep arrays and objects are nested; brackets in strings do not count. */
    private static int depth(byte[] json) {
        int depth = 0;
        int deepest = 0;
        boolean inString = false;
        for (int i = 0; i < json.length; i++) {
            switch (json[i]) {
                case '\\' -> i += inString ? 1 : 0;
                case '"' -> inString = !inString;
                case '[', '{' -> deepest = inString ? deepest : Math.max(deepest, ++depth);
                case ']', '}' -> depth -= inString ? 0 : 1;
                default -> { }
            }
            if (depth == 0 && !inString && (json[i] == ']' || json[i] == '}')) {
                requireBlank(json, i + 1);
                return deepest;
            }
        }
        return deepest;
    }

    /** The parser stops where the value ends, and would not see what follows. */
    private static void requireBlank(byte[] json, int start) {
        if (!new String(json, start, json.length - start, StandardCharsets.UTF_8).isBlank()) {
            throw new InvalidInput("body", "More follows the JSON of the body.");
        }
    }
}
