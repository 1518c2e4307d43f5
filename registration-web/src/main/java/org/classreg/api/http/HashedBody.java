package org.classreg.api.http;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.util.HexFormat;
import org.classreg.idempotency.Sha256;

/**
 * A body that was read to its end before the request is judged: in memory up to 1 MiB, else in a temporary file, which is gone when the
 * stream is closed.
 *
 * @param stream the body, from its start
 * @param fingerprint a hash of the body and of what it was sent to, in hexadecimal
 */
record HashedBody(InputStream stream, String fingerprint) {

    static final int MOST_IN_MEMORY = 1 << 20;
    static final long MOST_BYTES = 64 << 20;

    /** @throws ClientErrorException with 413 if it is larger than 64 MiB */
    static HashedBody read(String target, InputStream body) throws IOException {
        var digest = Sha256.digest();
        digest.update((target + "\n").getBytes(StandardCharsets.UTF_8));
        var hashed = new DigestInputStream(body, digest);
        var start = hashed.readNBytes(MOST_IN_MEMORY);
        var stream = start.length < MOST_IN_MEMORY ? new ByteArrayInputStream(start) : spooled(start, hashed);
        return new HashedBody(stream, HexFormat.of().formatHex(digest.digest()));
    }

    private static InputStream spooled(byte[] start, InputStream rest) throws IOException {
        var file = Files.createTempFile("request-", ".tmp");
        try {
            write(file, start, rest);
            return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static void write(Path file, byte[] start, InputStream rest) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            out.write(start);
            var buffer = new byte[1 << 16];
            var written = (long) start.length;
            for (int count = rest.read(buffer); count >= 0; count = rest.read(buffer)) {
                out.write(buffer, 0, count);
                written += count;
                if (written > MOST_BYTES) {
                    throw new ClientErrorException("A body with an Idempotency-Key has at most 64 MiB.", Status.REQUEST_ENTITY_TOO_LARGE);
                }
            }
        }
    }
}
