package org.classreg.api.registration;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.classreg.registration.OverrideKind;
import org.classreg.registration.StudentOverrides.Grant;

/**
 * An override to grant.
 *
 * @param subject the code of the only class; null for all
 * @param section the code of the only section; null for all
 * @param from the first instant; null for now
 * @param until the first instant after; null for without end
 */
public record GrantJson(OverrideKind kind, @JsonbProperty("class") @Size(max = 255) String subject, @Size(max = 255) String section,
        OffsetDateTime from, OffsetDateTime until, String reason) {

    Grant toGrant() {
        return new Grant(kind, subject, section, instant(from), instant(until), reason);
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
