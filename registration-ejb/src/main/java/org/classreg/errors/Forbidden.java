package org.classreg.errors;

/** The caller is known, but has no right to what was asked. */
public class Forbidden extends RegistrationException {

    public Forbidden(String message) {
        super(message);
    }
}
