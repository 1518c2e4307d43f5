package org.classreg.idempotency;

import org.classreg.errors.RegistrationException;

/** The caller named a key that is another request's. */
public class KeyReused extends RegistrationException {

    KeyReused(String key) {
        super("The key \"" + key + "\" was used for another request. Nothing was changed; use a new key for each request.");
    }
}
