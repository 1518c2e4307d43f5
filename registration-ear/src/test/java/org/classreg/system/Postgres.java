package org.classreg.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** A real PostgreSQL for servers under test, which can be asked without the code that keeps the promises. */
public final class Postgres implements AutoCloseable {

    private final EmbeddedPostgres server;

    private Postgres(EmbeddedPostgres server) {
        this.server = server;
    }

    public static Postgres start() {
        try {
            return new Postgres(EmbeddedPostgres.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The environment of a server that keeps its data here, with the {@link Running#administrator}. */
    public Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(Running.administrator());
        environment.put("REGISTRATION_DB_CLASS", "org.postgresql.ds.PGSimpleDataSource");
        environment.put("REGISTRATION_DB_URL", "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres");
        environment.put("REGISTRATION_DB_USER", "postgres");
        environment.put("REGISTRATION_DB_PASSWORD", "postgres");
        return environment;
    }

    Connection connect() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }

    /** @throws AssertionError if the query finds a row of what must not be there */
    public void assertNone(String what, String query) {
        try (var connection = connect(); var statement = connection.createStatement(); var rows = statement.executeQuery(query)) {
            assertThat(rows.next() ? rows.getString(1) : null).as(what).isNull();
        } catch (SQLException e) {
            throw new IllegalStateException(what, e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
