package org.classreg.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** The databases that the product runs on, each real. */
public enum DatabaseKind {

    /** In memory, as the embedded default has it in a file. */
    H2 {
        @Override
        public DataSource create() {
            var database = new JdbcDataSource();
            database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000");
            return database;
        }
    },

    /** A server of its own, started when first asked for and stopped with the JVM. */
    POSTGRESQL {
        @Override
        public DataSource create() {
            var name = "office_" + UUID.randomUUID().toString().replace('-', '_');
            var server = Server.INSTANCE;
            try (var connection = server.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return server.getDatabase("postgres", name);
        }
    };

    /** A new, empty database. */
    public abstract DataSource create();

    private static final class Server {

        static final EmbeddedPostgres INSTANCE = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
