package org.classreg.operations;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import org.classreg.security.Administered;

/** Enters into the journal who gave and took rights, and who changed the accounts of others. */
@Dependent
public class AdministrationLog {

    @Inject
    Clock clock;

    @Inject
    Journal journal;

    void note(@Observes Administered change) {
        journal.begin(change.kind(), clock.instant()).about(change.about()).in(change.program());
    }
}
