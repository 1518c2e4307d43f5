package org.classreg.api.lottery;

import jakarta.validation.Valid;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.classreg.errors.InvalidInput;
import org.classreg.lottery.RunRequest;
import org.classreg.lottery.engine.Mode;

/**
 * A run to begin.
 *
 * @param mode such as balanced, which it is when null
 * @param seed from 0; null to have one drawn, which stays secret until the run is published or converted
 */
public record RunRequestJson(String mode, Long seed, @Valid OptionsJson options) {

    /** @param timeLimit in seconds; null for ten minutes */
    public record OptionsJson(Integer timeLimit) {
    }

    RunRequest toRequest() {
        var limit = options == null || options.timeLimit() == null ? RunRequest.DEFAULT_LIMIT : Duration.ofSeconds(options.timeLimit());
        return new RunRequest(mode == null ? Mode.BALANCED : parse(mode), seed == null ? OptionalLong.empty() : OptionalLong.of(seed), limit);
    }

    /** @throws InvalidInput for what is no mode */
    static Mode parse(String name) {
        return Arrays.stream(Mode.values()).filter(mode -> write(mode).equals(name)).findFirst()
                .orElseThrow(() -> new InvalidInput("mode", "\"" + name + "\" is no mode; there are "
                        + Arrays.stream(Mode.values()).map(RunRequestJson::write).collect(Collectors.joining(", ")) + "."));
    }

    static String write(Mode mode) {
        return mode.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
