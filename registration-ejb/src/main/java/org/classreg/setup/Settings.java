package org.classreg.setup;

import jakarta.enterprise.context.Dependent;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the environment says of the first start. */
@Dependent
class Settings {

    /** Whether no database was named: then it is the embedded one. */
    boolean embeddedDatabase() {
        return get("registration.db.url").isEmpty();
    }

    /** REGISTRATION_SAMPLE; empty when unset. */
    Optional<Boolean> sample() {
        return get("registration.sample").map(Boolean::parseBoolean);
    }

    /** REGISTRATION_ADMIN_USER. */
    Optional<String> administrator() {
        return get("registration.admin.user");
    }

    /** REGISTRATION_ADMIN_PASSWORD. */
    Optional<String> administratorPassword() {
        return get("registration.admin.password");
    }

    private static Optional<String> get(String name) {
        return ConfigProvider.getConfig().getOptionalValue(name, String.class).filter(value -> !value.isBlank());
    }
}
