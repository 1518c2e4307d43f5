package org.classreg.setup;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.classreg.catalog.SeatLog;
import org.classreg.idempotency.KeptAnswers;

/** Deletes the answers and changes of seats that are kept no longer, every hour, on every node: whichever is first finds them. */
@Singleton
@Startup
@DependsOn("Setup")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ForgetTimer {

    @Inject
    KeptAnswers answers;

    @Inject
    SeatLog seats;

    @Schedule(hour = "*", minute = "17", persistent = false)
    void forget() {
        answers.forget();
        seats.forget();
    }
}
