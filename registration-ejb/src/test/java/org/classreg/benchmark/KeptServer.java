package org.classreg.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.classreg.setup.Schema;

/**
 * A server of PostgreSQL with the memory that docs/operations.md advises. Its databases stay in a directory, where they are found again: what takes long to
 * fill is filled once.
 */
public final class KeptServer implements AutoCloseable {

    /** Fills a new database, which has its tables. */
    public interface Filling {
        void fill(DataSource database) throws SQLException;
    }

    private final EmbeddedPostgres server;

    /** @param directory where the databases are kept, created if there is none; null for one that goes with the server */
    public KeptServer(String directory) throws IOException {
        var builder = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(2))
                .setServerConfig("shared_buffers", "2GB")
                .setServerConfig("max_wal_size", "8GB");
        if (directory != null) {
            builder.setDataDirectory(directory).setCleanDataDirectory(false);
        }
        server = builder.start();
    }

    /** The database of this name: as it was left and brought to the present version, or filled now. It has its name from when it is filled. */
    public DataSource database(String name, Filling filling) throws SQLException {
        if (!isThere(name)) {
            var unfinished = "filling_" + UUID.randomUUID().toString().replace('-', '_');
            execute("create database " + unfinished);
            Schema.migrate(database(unfinished));
            filling.fill(database(unfinished));
            execute("alter database " + unfinished + " rename to " + name);
        }
        Schema.migrate(database(name));
        return database(name);
    }

    private DataSource database(String name) {
        return server.getDatabase("postgres", name);
    }

    private boolean isThere(String name) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var query = connection.prepareStatement("select from pg_database where datname = ?")) {
            query.setString(1, name);
            return query.executeQuery().next();
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
