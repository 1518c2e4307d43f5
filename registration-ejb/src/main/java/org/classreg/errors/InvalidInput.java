package org.classreg.errors;

import java.util.List;
import java.util.stream.Collectors;

/** The input is malformed; carries every field at fault with its reason. */
public class InvalidInput extends RegistrationException {

    /**
     * @param field the parameter, or the path into the body, such as "[2].section"
     * @param message what is wrong with it
     */
    public record Fault(String field, String message) {
    }

    private final transient List<Fault> faults;

    public InvalidInput(List<Fault> faults) {
        super(faults.stream().map(fault -> fault.field() + ": " + fault.message()).collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    public InvalidInput(String field, String message) {
        this(List.of(new Fault(field, message)));
    }

    /** At least one. */
    public List<Fault> faults() {
        return faults;
    }
}
