package org.classreg.api.operations;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.classreg.api.registration.RegistrationJson;
import org.classreg.catalog.ClassSection;
import org.classreg.errors.Reason;
import org.classreg.registration.Reversal;

/** What undoing an operation did or would do; a registration that would begin has no id and the start it would have now. */
@JsonbPropertyOrder({"ended", "restored", "left", "interests", "checkIns", "sections", "leftSections"})
public record ReversalJson(List<RegistrationJson> ended, List<RegistrationJson> restored, List<LeftJson> left, int interests, int checkIns,
        List<String> sections, List<LeftSectionJson> leftSections) {

    /** A registration that stays as it is, and why. */
    @JsonbPropertyOrder({"registration", "reasons"})
    public record LeftJson(RegistrationJson registration, List<Reason> reasons) {

        static LeftJson of(Reversal.Left left) {
            return new LeftJson(RegistrationJson.of(left.registration()), left.reasons());
        }
    }

    /** A section that stays as it is, and why. */
    @JsonbPropertyOrder({"section", "reasons"})
    public record LeftSectionJson(String section, List<Reason> reasons) {

        static LeftSectionJson of(Reversal.LeftSection left) {
            return new LeftSectionJson(left.section().getCode(), left.reasons());
        }
    }

    static ReversalJson of(Reversal reversal) {
        return new ReversalJson(reversal.ended().stream().map(RegistrationJson::of).toList(),
                reversal.restored().stream().map(RegistrationJson::of).toList(),
                reversal.left().stream().map(LeftJson::of).toList(), reversal.interests().size(),
                reversal.checkIns().size(), reversal.sections().stream().map(ClassSection::getCode).toList(),
                reversal.leftSections().stream().map(LeftSectionJson::of).toList());
    }
}
