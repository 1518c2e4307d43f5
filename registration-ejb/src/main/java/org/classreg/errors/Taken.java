package org.classreg.errors;

import org.classreg.errors.InvalidInput.Fault;

/** A name that is to be unique is another's already; carries the field that has it. */
public class Taken extends Refused {

    private final transient Fault fault;

    /**
     * @param field the path into the body, such as "code"
     * @param message one sentence for people
     */
    public Taken(String field, String message) {
        super("NAME_TAKEN", message);
        fault = new Fault(field, message);
    }

    public Fault fault() {
        return fault;
    }
}
