package org.classreg.setup;

import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the tables of a database to the version that this build needs. */
public final class Schema {

    private Schema() {
    }

    /** Runs the migrations that the database has not seen; safe to call on every start and from several nodes at once. */
    public static void migrate(DataSource database) {
        var postgres = isPostgres(database);
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(database)
                .locations(postgres ? new String[] {"db/migration", "db/postgresql"} : new String[] {"db/migration"})
                .placeholders(Map.of("stored", postgres ? "stored" : "", "bytes", postgres ? "bytea" : "blob",
                        "now", postgres ? "clock_timestamp()" : "current_timestamp"))
                .load()
                .migrate();
    }

    private static boolean isPostgres(DataSource database) {
        try (var connection = database.getConnection()) {
            return "PostgreSQL".equals(connection.getMetaData().getDatabaseProductName());
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be reached: " + e.getMessage(), e);
        }
    }
}
