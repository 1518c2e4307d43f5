package org.classreg.system;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.HashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The same runnable jar on a real PostgreSQL, by environment variables alone. */
class MicroOnPostgresIT extends RegistrationOffice {

    private static EmbeddedPostgres postgres;
    private static MicroServer server;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        var environment = new HashMap<>(Running.administrator());
        environment.put("REGISTRATION_DB_CLASS", "org.postgresql.ds.PGSimpleDataSource");
        environment.put("REGISTRATION_DB_URL", "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres");
        environment.put("REGISTRATION_DB_USER", "postgres");
        environment.put("REGISTRATION_DB_PASSWORD", "postgres");
        server = MicroServer.start(environment);
    }

    MicroOnPostgresIT() {
        super(Http.of(server.baseUri()));
    }

    @AfterAll
    static void stop() throws IOException {
        server.stop();
        postgres.close();
    }
}
