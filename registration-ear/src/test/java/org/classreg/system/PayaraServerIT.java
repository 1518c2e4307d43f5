package org.classreg.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The EAR on a full Payara Server. */
class PayaraServerIT extends RegistrationOffice {

    private static PayaraServer server;

    @BeforeAll
    static void start() {
        server = PayaraServer.start(Running.administrator());
    }

    PayaraServerIT() {
        super(Http.of(server.baseUri()));
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Test
    void theConsoleAsksWhoComes() {
        var console = Http.of(server.baseUri());

        assertThat(console.get("/").status()).isEqualTo(302);
        assertThat(console.get("/").header("Location")).endsWith("/login");
        assertThat(console.get("/login").body()).contains("Sign in");
    }
}
