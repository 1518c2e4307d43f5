package org.classreg.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.classreg.setup.Schema;
import org.h2.jdbcx.JdbcDataSource;

/** The databases that the product runs on, each real. The migrations run once on each; every database is a copy of what they made. */
public enum DatabaseKind {

    /** In memory, as the embedded default has it in a file. */
    H2 {
        @Override
        public DataSource create() {
            var database = empty();
            execute(database, Template.TABLES);
            return database;
        }

        @Override
        DataSource empty() {
            var database = new JdbcDataSource();
            database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000");
            return database;
        }

        private static final class Template {

            static final List<String> TABLES = tables(H2.migrated());

            private static List<String> tables(DataSource migrated) {
                try (var connection = migrated.getConnection(); var statement = connection.createStatement();
                        var lines = statement.executeQuery("script nopasswords nosettings")) {
                    var script = new ArrayList<String>();
                    while (lines.next()) {
                        script.add(lines.getString(1));
                    }
                    return script;
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    },

    /** A server of its own, started when first asked for and stopped with the JVM. */
    POSTGRESQL {
        @Override
        public DataSource create() {
            return database("template " + Template.NAME);
        }

        @Override
        DataSource empty() {
            return database("");
        }

        private static DataSource database(String like) {
            var name = "office_" + UUID.randomUUID().toString().replace('-', '_');
            execute(Server.INSTANCE.getPostgresDatabase(), List.of("create database " + name + " " + like));
            return Server.INSTANCE.getDatabase("postgres", name);
        }

        private static final class Template {

            static final String NAME = name(POSTGRESQL.migrated());

            private static String name(DataSource migrated) {
                try (var connection = migrated.getConnection()) {
                    return connection.getCatalog();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    };

    /** A new database with the tables of an office and nothing in them but what the migrations write. */
    public abstract DataSource create();

    abstract DataSource empty();

    DataSource migrated() {
        var database = empty();
        Schema.migrate(database);
        return database;
    }

    private static void execute(DataSource database, List<String> statements) {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

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
