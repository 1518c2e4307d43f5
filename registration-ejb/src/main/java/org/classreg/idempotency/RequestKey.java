package org.classreg.idempotency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.classreg.errors.InvalidInput;

/**
 * What a caller calls a request, to know it again. Callers do not share keys.
 *
 * @param caller a username
 * @param text 1 to 255 visible ASCII characters
 */
public record RequestKey(String caller, String text) {

    private static final Pattern VISIBLE_ASCII = Pattern.compile("[!-~]{1,255}");

    /** @throws InvalidInput if the text is not of the form of a key */
    public RequestKey {
        if (!VISIBLE_ASCII.matcher(text).matches()) {
            throw new InvalidInput("Idempotency-Key", "A key has 1 to 255 visible ASCII characters.");
        }
    }

    /** The same number for the same key on all nodes; hardly ever the same for two. */
    long number() {
        return ByteBuffer.wrap(Sha256.of((caller + "\n" + text).getBytes(StandardCharsets.UTF_8))).getLong();
    }
}
