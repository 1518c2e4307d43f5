package org.classreg.api.catalog;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.classreg.api.Instants;
import org.classreg.catalog.ProgramSettings;
import org.classreg.catalog.WindowKind;

/** The settings of a program as the API tells and takes them. */
@JsonbPropertyOrder({"windows", "maxSections", "maxTimeslots", "capacityMultiplier", "capacityOffset", "caps",
    "priorityLimit", "offerMinutes"})
public record SettingsJson(@NotNull @Size(max = 100) List<@NotNull @Valid WindowJson> windows, Integer maxSections, Integer maxTimeslots,
        @NotNull BigDecimal capacityMultiplier, @NotNull Integer capacityOffset, @Size(max = 100) List<@NotNull @Valid CapJson> caps,
        Integer priorityLimit, Integer offerMinutes) {

    /** A cap; the grades are null where the range has no end. */
    @JsonbPropertyOrder({"gradeMin", "gradeMax", "maxStudents"})
    public record CapJson(Integer gradeMin, Integer gradeMax, @NotNull Integer maxStudents) {

        static CapJson of(ProgramSettings.Cap cap) {
            return new CapJson(cap.gradeMin(), cap.gradeMax(), cap.maxStudents());
        }

        ProgramSettings.Cap toCap() {
            return new ProgramSettings.Cap(gradeMin, gradeMax, maxStudents);
        }
    }

    /** A window; opens and closes are null where it is open-ended. */
    @JsonbPropertyOrder({"kind", "opens", "closes"})
    public record WindowJson(@NotNull WindowKind kind, OffsetDateTime opens, OffsetDateTime closes) {

        static WindowJson of(ProgramSettings.Window window, ZoneId zone) {
            return new WindowJson(window.kind(), Instants.write(window.opens(), zone), Instants.write(window.closes(), zone));
        }

        ProgramSettings.Window toWindow() {
            return new ProgramSettings.Window(kind, opens == null ? null : opens.toInstant(), closes == null ? null : closes.toInstant());
        }
    }

    static SettingsJson of(ProgramSettings settings, ZoneId zone) {
        return new SettingsJson(settings.windows().stream().map(window -> WindowJson.of(window, zone)).toList(), settings.maxSections(),
                settings.maxTimeslots(), settings.capacityMultiplier(), settings.capacityOffset(),
                settings.caps().stream().map(CapJson::of).toList(), settings.priorityLimit(), settings.offerMinutes());
    }

    ProgramSettings toSettings() {
        return new ProgramSettings(windows.stream().map(WindowJson::toWindow).toList(), maxSections, maxTimeslots, capacityMultiplier,
                capacityOffset, caps == null ? List.of() : caps.stream().map(CapJson::toCap).toList(), priorityLimit, offerMinutes);
    }
}
