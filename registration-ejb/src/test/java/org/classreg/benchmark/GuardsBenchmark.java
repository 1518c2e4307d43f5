package org.classreg.benchmark;

import static org.classreg.testing.SmallProgram.id;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.classreg.registration.Registrations;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.classreg.testing.Past;
import org.classreg.testing.Pool;

/** What the guards of PostgreSQL cost an enrollment: the same requests with and without them, in turn, each committed. */
public final class GuardsBenchmark {

    private static final int STUDENTS = 10_000;
    private static final int SECTIONS = 500;
    private static final int ENDED = 100_000;
    private static final int WARM_UP = 1_000;
    private static final int ROUNDS = 3_000;
    private static final List<String> GUARDED = List.of("student_registration", "class_section", "operation");

    private GuardsBenchmark() {
    }

    public static void main(String[] arguments) throws Exception {
        try (var guarded = office(true); var unguarded = office(false)) {
            var times = new double[2][ROUNDS];
            for (int n = -WARM_UP; n < ROUNDS; n++) {
                var with = milliseconds(guarded, n + WARM_UP);
                var without = milliseconds(unguarded, n + WARM_UP);
                if (n >= 0) {
                    times[0][n] = with;
                    times[1][n] = without;
                }
            }
            Arrays.stream(times).forEach(Arrays::sort);
            for (var percent : new int[] {50, 95}) {
                var with = times[0][ROUNDS * percent / 100];
                var without = times[1][ROUNDS * percent / 100];
                System.out.printf("p%d %.2f ms with, %.2f ms without: ratio %.2f%n", percent, with, without, with / without);
            }
        }
    }

    private static Office office(boolean guarded) throws SQLException {
        var database = DatabaseKind.POSTGRESQL.create();
        var office = Office.on(new Pool().over(database));
        new Past(STUDENTS, SECTIONS, ENDED).fill(database, office.clock().instant());
        if (!guarded) {
            disarm(database);
        }
        return office;
    }

    private static void disarm(DataSource database) throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            for (var table : GUARDED) {
                statement.execute("alter table " + table + " disable trigger user");
            }
        }
    }

    /** The n-th student takes a section in which, and at whose time, the student is not yet. */
    private static double milliseconds(Office office, int n) {
        var section = id("E" + (1 + (n + 2) * 7 % SECTIONS) + "s1");
        var student = "s" + (1 + n * 7 % STUDENTS);
        var start = System.nanoTime();
        office.in(() -> office.get(Registrations.class).enroll(section, student));
        return (System.nanoTime() - start) / 1e6;
    }
}
