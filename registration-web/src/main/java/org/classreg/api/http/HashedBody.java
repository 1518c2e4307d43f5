package org.classreg.api.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.Optional;
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
    static final long MOST_BYTES = BodyLimit.MOST_BYTES;

    /** Empty if the body is larger than 64 MiB. */
    static Optional<HashedBody> read(String target, InputStream body) throws IOException {
        var digest = Sha256.digest();
        digest.update((target + "\n").getBytes(StandardCharsets.UTF_8));
        var hashed = new DigestInputStream(body, digest);
        var start = hashed.readNBytes(MOST_IN_MEMORY);
        var stream = start.length < MOST_IN_MEMORY ? Optional.<InputStream>of(new ByteArrayInputStream(start)) : spooled(start, hashed);
        return stream.map(whole -> new HashedBody(whole, HexFormat.of().formatHex(digest.digest())));
    }

    private static Optional<InputStream> spooled(byte[] start, InputStream rest) throws IOException {
        var file = Files.createTempFile("request-", ".tmp");
        try {
            if (isWritten(file, start, rest)) {
                return Optional.of(Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE));
            }
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        Files.deleteIfExists(file);
        return Optional.empty();
    }

    /** Whether it was not too large. */
    private static boolean isWritten(Path file, byte[] start, InputStream rest) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            out.write(start);
            var buffer = new byte[1 << 16];
            var written = (long) start.length;
            for (int count = rest.read(buffer); count >= 0 && written <= MOST_BYTES; count = rest.read(buffer)) {
                out.write(buffer, 0, count);
                written += count;
            }
            return written <= MOST_BYTES;
        }
    }
}
