package org.classreg.api.registration;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.classreg.registration.RuleOverride;

/** Rules that staff override for one registration, by code, and why. */
public record OverrideJson(@NotNull @Size(min = 1, max = 20) List<@NotNull String> rules, String reason) {

    RuleOverride toOverride() {
        return new RuleOverride(Set.copyOf(rules), reason);
    }
}
