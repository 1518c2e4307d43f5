package org.classreg.system;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The same runnable jar on a real PostgreSQL, by environment variables alone. */
class MicroOnPostgresIT extends RegistrationOffice {

    private static Postgres postgres;
    private static MicroServer server;

    @BeforeAll
    static void start() {
        postgres = Postgres.start();
        server = MicroServer.start(postgres.environment());
    }

    MicroOnPostgresIT() {
        super(Http.of(server.baseUri()));
    }

    @AfterAll
    static void stop() {
        server.stop();
        postgres.close();
    }
}
