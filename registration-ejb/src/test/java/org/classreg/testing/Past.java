package org.classreg.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * A program on PostgreSQL with a past as long as is asked for, evenly spread over two years. At every instant of it, and now, each student has
 * one registration, so that an answer is as long after ten million registrations as after a few.
 *
 * @param students s1 to s{@code students}; not a multiple of 7,919
 * @param sections E1s1 to E{@code sections}s1, of a class each, in turn in ten timeslots; they divide the students evenly
 * @param ended how many registrations have ended
 */
public record Past(int students, int sections, int ended) {

    private static final Duration SPAN = Duration.ofDays(730);

    /** Fills the office's database, which must be new. */
    public void fill(DataSource database, Instant now) throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            // Neither triggers nor keys are asked for what is sound by construction.
            statement.execute("set session_replication_role = replica");
            statement.execute("set maintenance_work_mem = '1GB'");
            statement.execute("set time zone 'UTC'");
            for (var sql : program(now)) {
                statement.execute(sql);
            }
            var indexes = indexes(connection);
            for (var index : indexes) {
                statement.execute("drop index " + index.substring(index.indexOf("INDEX ") + 6, index.indexOf(" ON ")));
            }
            statement.execute(past(now));
            statement.execute(present(now));
            for (var index : indexes) {
                statement.execute(index);
            }
            statement.execute("vacuum analyze");
        }
    }

    private List<String> program(Instant now) {
        return List.of(
                "insert into program (id, code, title, time_zone, capacity_multiplier, capacity_offset)"
                        + " values (1, '%s', 'Spring Program', 'America/New_York', 1, 0)".formatted(SmallProgram.CODE),
                "insert into class_category (id, program_id, symbol, title) values (1, 1, 'E', 'Everything')",
                "insert into timeslot (id, program_id, starts_at, ends_at, lunch) select n, 1, t, t + interval '50 minutes', false"
                        + " from (select n, timestamp '2026-03-07' + n * interval '1 hour' t from generate_series(1, 10) n) slots",
                "insert into person (id, username, given_name, family_name, grade, enabled)"
                        + " select n, 's' || n, 'Student', 's' || n, 10, true from generate_series(1, %d) n".formatted(students),
                "insert into person_role select id, 'STUDENT' from person",
                "insert into class_subject (id, program_id, category_id, code, title, status)"
                        + " select n, 1, 1, 'E' || n, 'Class E' || n, 'ACCEPTED' from generate_series(1, %d) n".formatted(sections),
                ("insert into class_section (id, program_id, subject_id, code, max_students, capacity, enrolled, status, registration_open)"
                        + " select n, 1, n, 'E' || n || 's1', 1000, 1000, %d, 'ACCEPTED', true from generate_series(1, %d) n")
                        .formatted(students / sections, sections),
                "insert into meeting (id, section_id, timeslot_id) select n, n, 1 + n %% 10 from generate_series(1, %d) n".formatted(sections),
                ("insert into operation (id, kind, caller, performed_at, changes)"
                        + " select -n, 'import', 'test', '%s', 100 from generate_series(0, %d / 100) n").formatted(now, ended),
                "alter sequence student_registration_seq restart with %d".formatted(2 * (ended + students) + 1_000));
    }

    /** The n-th begins n steps after the first and lasts as many steps as there are students. */
    private String past(Instant now) {
        return ("insert into student_registration (id, student_id, section_id, subject_id, program_id, type_id, takes_seat,"
                + " start_date, end_date, started_by, ended_by) select n, 1 + (n * 7919) %% %1$d, 1 + n %% %2$d, 1 + n %% %2$d, 1,"
                + " case when n / %2$d %% 10 = 0 then 4 else 1 end, n / %2$d %% 10 <> 0,"
                + " timestamp with time zone '%4$s' + n * %5$s * interval '1 microsecond',"
                + " timestamp with time zone '%4$s' + (n + %1$d) * %5$s * interval '1 microsecond', -n / 100, -n / 100"
                + " from generate_series(1::bigint, %3$d) n")
                .formatted(students, sections, ended, now.minus(SPAN), SPAN.toNanos() / 1_000 / (ended + students + 1));
    }

    private String present(Instant now) {
        return ("insert into student_registration (id, student_id, section_id, subject_id, program_id, type_id, takes_seat, start_date, started_by)"
                + " select %d + n, n, 1 + n %% %d, 1 + n %% %d, 1, 1, true, timestamp with time zone '%s', 0 from generate_series(1, %d) n")
                .formatted(ended, sections, sections, now.minusSeconds(1), students);
    }

    private static List<String> indexes(Connection connection) throws SQLException {
        var indexes = new ArrayList<String>();
        try (var found = connection.createStatement().executeQuery("select indexdef from pg_indexes where tablename = 'student_registration'"
                + " and indexname not in (select conname from pg_constraint)")) {
            while (found.next()) {
                indexes.add(found.getString(1));
            }
        }
        return indexes;
    }
}
