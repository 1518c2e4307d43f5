package org.classreg.errors;

/** Something was asked for by a key that nothing has. */
public class NotFound extends RegistrationException {

    /**
     * @param what the kind of thing, such as "section"
     * @param key the key it was asked for by
     */
    public NotFound(String what, Object key) {
        super("There is no " + what + " \"" + key + "\".");
    }
}
