package org.classreg.transactions;

import org.classreg.errors.RegistrationException;

/** Others were changing the same things all the time; nothing was changed. The same request may well succeed a moment later. */
public class Busy extends RegistrationException {

    /** The state that was read is not the one that was locked: read it again. */
    public Busy() {
        super("Too many changes at the same time. Nothing was changed; try again.");
    }

    /** @param cause of the last attempt */
    public Busy(Throwable cause) {
        this();
        initCause(cause);
    }
}
