package org.classreg.api.http;

import jakarta.enterprise.context.RequestScoped;
import java.net.URI;
import java.util.Optional;
import org.classreg.idempotency.RequestKey;

/** The key of the present request, if it has one. */
@RequestScoped
public class KeyedPost {

    private Content content;

    /** @param base of the API, to which locations are relative */
    record Content(RequestKey key, String fingerprint, URI base) {
    }

    void is(Content itsContent) {
        content = itsContent;
    }

    Optional<Content> content() {
        return Optional.ofNullable(content);
    }
}
