package org.classreg.api.http;

import jakarta.json.bind.Jsonb;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.classreg.api.StrictJson;
import org.classreg.idempotency.Sha256;

/** The strong ETags of what is answered as JSON: a hash of its bytes, so that the same answer has the same on every node. */
final class ETags {

    private static final Jsonb JSON = new StrictJson().getContext(Object.class);

    private ETags() {
    }

    static byte[] bytes(Object answer) {
        return JSON.toJson(answer).getBytes(StandardCharsets.UTF_8);
    }

    static String of(Object answer) {
        return of(bytes(answer));
    }

    static String of(byte[] answer) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.digest().digest(answer));
    }
}
