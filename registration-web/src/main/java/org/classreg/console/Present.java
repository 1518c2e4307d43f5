package org.classreg.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** What time it is, for beans of views, which hold nothing that cannot be stored with them. */
@ApplicationScoped
public class Present {

    @Inject
    Clock clock;

    public Instant now() {
        return clock.instant();
    }
}
