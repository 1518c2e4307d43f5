package org.classreg.system;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import java.util.HashMap;
import java.util.Map;

/**
 * Gives tests the one {@link MicroServer} that all of them share, or {@link Http} to it without credentials, as a parameter.
 * The first test that asks starts it; JUnit closes it when the last has run. Each test must bring data of its own.
 */
public final class Running implements ParameterResolver {

    public static final String ADMIN = "admin";
    public static final int RATE_LIMIT = 1_000_000;
    public static final String ORIGIN = "https://front.example.org";
    public static final String PASSWORD = "admin-of-the-tests";

    private static final Namespace NAMESPACE = Namespace.create(Running.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == MicroServer.class || type == Http.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        MicroServer server = server(context);
        return parameter.getParameter().getType() == Http.class ? Http.of(server.baseUri()) : server;
    }

    static MicroServer server(ExtensionContext context) {
        return server(context, Map.of());
    }

    /** Whoever asks first says what the environment of the server has more. */
    static MicroServer server(ExtensionContext context, Map<String, String> more) {
        return context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent(MicroServer.class, key -> {
            var environment = new HashMap<>(administrator());
            environment.putAll(more);
            return MicroServer.start(environment);
        }, MicroServer.class);
    }

    /** The environment variables that make the administrator of the tests, who may ask a lot, and let pages of an origin use the API. */
    static Map<String, String> administrator() {
        return Map.of("REGISTRATION_ADMIN_USER", ADMIN, "REGISTRATION_ADMIN_PASSWORD", PASSWORD,
            "REGISTRATION_RATE_LIMIT", Integer.toString(RATE_LIMIT), "REGISTRATION_CORS_ORIGINS", ORIGIN);
    }
}
