package org.classreg.errors;

import jakarta.ejb.ApplicationException;

/** The root of all that the domain refuses. It undoes the transaction it leaves: nothing is half-written. */
@ApplicationException(rollback = true)
public abstract class RegistrationException extends RuntimeException {

    protected RegistrationException(String message) {
        super(message);
    }
}
