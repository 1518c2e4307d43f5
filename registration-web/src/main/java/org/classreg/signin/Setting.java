package org.classreg.signin;

import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the environment sets for the web module. */
final class Setting {

    private Setting() {
    }

    /** The value of a variable; empty when it is unset or blank. */
    static Optional<String> text(String variable) {
        var variableAsProperty = variable.toLowerCase(Locale.ROOT).replace('_', '.');
        return ConfigProvider.getConfig().getOptionalValue(variableAsProperty, String.class).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** @throws IllegalArgumentException unless it is a whole number from 0 to the most */
    static int number(String variable, int absent, int most) {
        return text(variable).map(value -> parse(variable, value, most)).orElse(absent);
    }

    static int parse(String variable, String value, int most) {
        if (!value.matches("\\d{1,10}") || Long.parseLong(value) > most) {
            throw new IllegalArgumentException(variable + " is \"" + value + "\": it must be a whole number from 0 to " + most + ".");
        }
        return Integer.parseInt(value);
    }
}
