package org.classreg.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Keycloak, a real OpenID provider, with the realm "school" of src/test/oidc: unpacked by the profile oidc, its database in memory. As an
 * extension it is started with a {@link Running} server that signs people in by it.
 */
final class Keycloak implements BeforeAllCallback {

    private static final String REALM = "/realms/school";

    @Override
    public void beforeAll(ExtensionContext context) {
        var store = context.getRoot().getStore(Namespace.create(Keycloak.class));
        var provider = store.getOrComputeIfAbsent(Server.class, key -> Server.start(), Server.class);
        Running.server(context, Map.of("REGISTRATION_OIDC_ISSUER", provider.baseUri() + REALM, "REGISTRATION_OIDC_CLIENT_ID", "registration",
            "REGISTRATION_OIDC_CLIENT_SECRET", "secret-of-the-tests", "REGISTRATION_OIDC_NAME", "School ID"));
    }

    private static final class Server extends ServerProcess {

        private Server(ProcessBuilder builder, int port, Path work) {
            super(builder, "keycloak", port, work, false);
        }

        static Server start() {
            int port = Workplace.freePort();
            try {
                Path home = home();
                Path realms = Files.createDirectories(home.resolve("data/import"));
                Files.copy(Workplace.target().resolveSibling("src/test/oidc/realm.json"), realms.resolve("realm.json"),
                    StandardCopyOption.REPLACE_EXISTING);
                var builder = new ProcessBuilder("sh", home.resolve("bin/kc.sh").toString(), "start-dev", "--import-realm", "--db=dev-mem",
                    "--cache=local", "--http-host=127.0.0.1", "--http-port=" + port);
                builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
                builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xmx512m");
                var server = new Server(builder, port, Workplace.newDirectory());
                server.await(answers(REALM + "/.well-known/openid-configuration"));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Path home() throws IOException {
            try (Stream<Path> found = Files.list(Workplace.target().resolve("keycloak"))) {
                return found.findFirst().orElseThrow();
            }
        }
    }
}
