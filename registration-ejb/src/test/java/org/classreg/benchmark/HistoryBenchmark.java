package org.classreg.benchmark;

import static org.classreg.testing.SmallProgram.CODE;
import static org.classreg.testing.SmallProgram.id;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.classreg.registration.RegistrationType;
import org.classreg.registration.Registrations;
import org.classreg.registration.Rosters;
import org.classreg.registration.Schedules;
import org.classreg.testing.Office;
import org.classreg.testing.Past;
import org.classreg.testing.Pool;
import org.classreg.testing.TestClock;

/**
 * What the same requests take after a short and after a long past, on PostgreSQL, through the boundaries. The two databases are asked in turn,
 * so that whatever else the machine does falls on both. Arguments: how many registrations have ended in the one and in the other, and a
 * directory in which the filled databases stay, to be measured again.
 */
public final class HistoryBenchmark {

    private static final int STUDENTS = 10_000;
    private static final int SECTIONS = 500;
    private static final int WARM_UP = 100;
    private static final int ROUNDS = 400;

    private HistoryBenchmark() {
    }

    /** The n-th request of a kind; no two are of the same student. */
    private interface Request extends IntFunction<Object> {
    }

    public static void main(String[] arguments) throws Exception {
        var shorter = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        var longer = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10_000_000;
        try (var server = new KeptServer(arguments.length > 2 ? arguments[2] : null);
                var one = office(server, shorter); var other = office(server, longer)) {
            var before = requests(one);
            var after = requests(other);
            System.out.printf("| request | p50, p95 after %,d | p50, p95 after %,d | ratio of p50, p95 |%n|---|---|---|---|%n", shorter, longer);
            for (var name : before.keySet()) {
                compare(name, one, before.get(name), other, after.get(name));
            }
        }
    }

    private static Office office(KeptServer server, int ended) throws SQLException {
        var start = System.nanoTime();
        var database = server.database("past_" + ended, empty -> new Past(STUDENTS, SECTIONS, ended).fill(empty, new TestClock().instant()));
        System.out.printf("With %,d after %d s.%n", ended, (System.nanoTime() - start) / 1_000_000_000);
        return Office.on(new Pool().over(database));
    }

    private static Map<String, Request> requests(Office office) {
        var requests = new LinkedHashMap<String, Request>();
        read(requests, office, "now", 0);
        read(requests, office, "a year ago", 365);
        read(requests, office, "20 months ago", 600);
        requests.put("history, first 20", n -> office.get(Schedules.class).history(CODE, student(n), 0, 20));
        var registrations = office.get(Registrations.class);
        requests.put("enroll", n -> registrations.enroll(id(section(n + 2)), student(n)));
        requests.put("expire", n -> registrations.expireStudent(id(section(n + 2)), student(n)));
        return requests;
    }

    private static void read(Map<String, Request> requests, Office office, String when, int daysAgo) {
        var at = office.clock().instant().minus(Duration.ofDays(daysAgo));
        requests.put("roster " + when, n -> office.get(Rosters.class).roster(id(section(n)), RegistrationType.ENROLLED, at, 0, 100));
        requests.put("schedule " + when, n -> office.get(Schedules.class).schedule(CODE, student(n), at));
    }

    private static String student(int n) {
        return "s" + (1 + n * 7 % STUDENTS);
    }

    /** In which the n-th student is not, nor at its time. */
    private static String section(int n) {
        return "E" + (1 + n * 7 % SECTIONS) + "s1";
    }

    private static void compare(String name, Office one, Request before, Office other, Request after) {
        var times = new double[2][ROUNDS];
        for (int n = -WARM_UP; n < ROUNDS; n++) {
            var round = n + WARM_UP;
            var first = milliseconds(one, before, round);
            var second = milliseconds(other, after, round);
            if (n >= 0) {
                times[0][n] = first;
                times[1][n] = second;
            }
        }
        Arrays.sort(times[0]);
        Arrays.sort(times[1]);
        System.out.printf("| %s | %.2f, %.2f ms | %.2f, %.2f ms | %.2f, %.2f |%n", name, p(times[0], 50), p(times[0], 95), p(times[1], 50),
                p(times[1], 95), p(times[1], 50) / p(times[0], 50), p(times[1], 95) / p(times[0], 95));
    }

    private static double milliseconds(Office office, Request request, int n) {
        var start = System.nanoTime();
        office.in(() -> request.apply(n));
        return (System.nanoTime() - start) / 1e6;
    }

    private static double p(double[] sorted, int percent) {
        return sorted[sorted.length * percent / 100];
    }
}
