package org.classreg.api.registration;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.classreg.errors.Reason;

/** Whether a student could enroll now, and every reason against it. */
@JsonbPropertyOrder({"eligible", "reasons"})
public record Eligibility(boolean eligible, List<Reason> reasons) {

    static Eligibility of(List<Reason> reasons) {
        return new Eligibility(reasons.isEmpty(), reasons);
    }
}
