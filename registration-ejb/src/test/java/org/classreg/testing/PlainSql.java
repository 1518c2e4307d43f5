package org.classreg.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.util.PSQLException;

/** Goes past the code, to find out what PostgreSQL itself refuses. */
public final class PlainSql {

    private static final long SHORT_WHILE_MILLIS = 400;
    private static final String NOTHING = "nothing";

    private final DataSource database;

    public PlainSql(DataSource database) {
        this.database = database;
    }

    /** A seat by an operation of its own, which the same statement begins. */
    public static String seat(String student, String section) {
        return """
                with own as (insert into operation (id, kind, caller, performed_at, changes)
                    select 10000 + nextval('operation_seq'), 'sql', 'sql', now(), 1 returning id)
                insert into student_registration (id, student_id, section_id, subject_id, program_id, type_id, takes_seat, start_date, started_by)
                select 10000 + nextval('student_registration_seq'), p.id, s.id, s.subject_id, s.program_id, 1, true, now(), own.id
                from own, person p, class_section s where p.username = '%s' and s.code = '%s'""".formatted(student, section);
    }

    /** The section counts one seat more. */
    public static String count(String section) {
        return "update class_section set enrolled = enrolled + 1 where code = '%s'".formatted(section);
    }

    /** At the latest at commit. */
    public void assertThatIsRefused(String guard, String... statements) {
        assertThat(refusal(() -> commit(List.of(statements)))).isEqualTo(guard);
    }

    /** And forgotten again. */
    public void assertThatIsKept(String... statements) {
        assertThat(refusal(() -> begin(checked(List.of(statements))).close())).isEqualTo(NOTHING);
    }

    /** With the guards asked at once: from there on they hold what they lock at commit. */
    private static List<String> checked(List<String> statements) {
        return Stream.concat(statements.stream(), Stream.of("set constraints all immediate")).toList();
    }

    /** What a database may refuse. */
    @FunctionalInterface
    public interface Work {
        void run() throws SQLException;
    }

    /** The name of the guard or constraint that refuses it. */
    public static String refusal(Work work) {
        try {
            work.run();
            return NOTHING;
        } catch (PSQLException e) {
            return e.getServerErrorMessage().getConstraint();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void commit(List<String> statements) throws SQLException {
        try (var connection = begin(statements)) {
            connection.commit();
        }
    }

    public Connection begin(List<String> statements) throws SQLException {
        var connection = database.getConnection();
        connection.setAutoCommit(false);
        execute(connection, statements);
        return connection;
    }

    private static void execute(Connection connection, List<String> statements) throws SQLException {
        for (var sql : statements) {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        }
    }

    /** Both are under way at the same time; the later one waits for the earlier to end, wherever the guard makes it wait. */
    public void assertThatTheLaterIsRefused(String guard, List<String> earlier, List<String> later) throws Exception {
        try (var first = begin(checked(earlier))) {
            var second = CompletableFuture.supplyAsync(() -> refusal(() -> commit(later)));
            TimeUnit.MILLISECONDS.sleep(SHORT_WHILE_MILLIS);
            assertThat(second).as("waits").isNotDone();
            first.commit();
            assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(guard);
        }
    }
}
