package org.classreg.errors;

import java.util.List;
import java.util.stream.Collectors;

/** The rules refuse a change; carries every reason, not the first alone. */
public class Refused extends RegistrationException {

    private final transient List<Reason> reasons;

    public Refused(List<Reason> reasons) {
        super(reasons.stream().map(Reason::message).collect(Collectors.joining(" ")));
        this.reasons = List.copyOf(reasons);
    }

    public Refused(String code, String message) {
        this(List.of(new Reason(code, message)));
    }

    /** At least one. */
    public List<Reason> reasons() {
        return reasons;
    }
}
