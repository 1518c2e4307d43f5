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

/**
 * Refuses JSON before it is parsed that is larger than 1 MiB, nested deeper than 32, not in UTF-8, followed by more, with the character U+0000, which
 * PostgreSQL does not keep, or with a list of objects and other values, of which JSON-B would leave out the latter.
 */
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
        new JsonScan(body).requireSound();
    }
}
