package org.classreg.setup;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.classreg.registration.Offers;

/** Looks for lapsed offers a few times a minute, on every node: whichever is first ends them. */
@Singleton
@Startup
@DependsOn("Setup")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LapseTimer {

    @Inject
    Offers offers;

    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    void lapse() {
        offers.lapse();
    }
}
