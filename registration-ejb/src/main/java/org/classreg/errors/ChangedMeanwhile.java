package org.classreg.errors;

/** What was to be replaced is not any more what the caller had read. */
public class ChangedMeanwhile extends RegistrationException {

    public ChangedMeanwhile() {
        super("This has changed since it was read. Nothing was changed; read it again.");
    }
}
