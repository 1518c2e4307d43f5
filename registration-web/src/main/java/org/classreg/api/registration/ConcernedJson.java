package org.classreg.api.registration;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.classreg.errors.Reason;
import org.classreg.registration.Consequence;

/** Whose seats a change to a section concerns. */
public record ConcernedJson(List<SeatJson> concerned) {

    /** A seat, and what would speak against it from then on. */
    @JsonbPropertyOrder({"registration", "reasons"})
    public record SeatJson(RegistrationJson registration, List<Reason> reasons) {

        static SeatJson of(Consequence consequence) {
            return new SeatJson(RegistrationJson.of(consequence.seat()), consequence.reasons());
        }
    }

    static ConcernedJson of(List<Consequence> consequences) {
        return new ConcernedJson(consequences.stream().map(SeatJson::of).toList());
    }
}
