package org.classreg.errors;

/** The caller did not say what of it is to be replaced, and could overwrite what somebody else has changed meanwhile. */
public class VersionNeeded extends RegistrationException {

    public VersionNeeded() {
        super("If-Match is needed: the ETag of what you have read, or * for whatever it is now.");
    }
}
