package org.classreg.api.lottery;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.classreg.api.registration.RegistrationJson;
import org.classreg.errors.Reason;
import org.classreg.lottery.Conversion;

/** What became of the preferences. */
@JsonbPropertyOrder({"converted", "notConverted"})
public record ConversionJson(List<RegistrationJson> converted, List<NotConvertedJson> notConverted) {

    /** A preference that stays, and every reason why. */
    @JsonbPropertyOrder({"student", "section", "type", "reasons"})
    public record NotConvertedJson(String student, String section, String type, List<Reason> reasons) {

        static NotConvertedJson of(Conversion.NotConverted kept) {
            var preference = kept.preference();
            return new NotConvertedJson(preference.getStudent().getUsername(), preference.getSection().getCode(),
                    preference.getType().getName(), kept.reasons());
        }
    }

    static ConversionJson of(Conversion conversion) {
        return new ConversionJson(conversion.converted().stream().map(RegistrationJson::of).toList(),
                conversion.notConverted().stream().map(NotConvertedJson::of).toList());
    }
}
