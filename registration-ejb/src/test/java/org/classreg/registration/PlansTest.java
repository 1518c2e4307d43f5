package org.classreg.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.classreg.testing.SmallProgram.CODE;
import static org.classreg.testing.SmallProgram.id;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.classreg.operations.Operations;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.classreg.testing.Past;
import org.classreg.testing.PlanLog;
import org.classreg.testing.PlanLog.Planning;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Cost does not grow with the past, nor with what students only wish for: PostgreSQL answers no request by reading through the 200,000 registrations
 * that have ended or the 2,000 preferences of a section.
 */
class PlansTest {

    /** Of each student 100 registrations have ended, and of each section 2,000. */
    private static final Past PAST = new Past(2_000, 100, 200_000);

    private static final String EVERYBODY_WOULD_LIKE_E9S1 = """
            insert into student_registration (id, student_id, section_id, subject_id, program_id, type_id, takes_seat, start_date, started_by)
            select 10000000 + p.id, p.id, 9, 9, 1, 2, false, now(), 0 from person p""";

    private static final int MOST_READ_FOR_NOTHING = 50;
    private static final Pattern READ_FOR_NOTHING = Pattern.compile(
            "Scan[^\\n]* on student_registration(?:(?!->).)*?Rows Removed by (?:Filter|Index Recheck): (\\d+)", Pattern.DOTALL);

    @ParameterizedTest
    @EnumSource
    void noRequestReadsWhatItIsNotAskedFor(Planning planning) throws SQLException {
        var database = DatabaseKind.POSTGRESQL.create();
        var log = new PlanLog();
        try (var office = Office.on(log.listenTo(database, planning))) {
            PAST.fill(database, office.clock().instant());
            office.with(em -> em.createNativeQuery(EVERYBODY_WOULD_LIKE_E9S1).executeUpdate());
            office.with(em -> em.createNativeQuery("analyze student_registration").executeUpdate());
            office.with(em -> em.createNativeQuery("insert into program_cap (id, program_id, max_students) values (1, 1, 5000)").executeUpdate());

            var softly = new SoftAssertions();
            requests(office).forEach((name, request) -> {
                var plans = log.during(() -> office.in(request)).stream().filter(plan -> plan.contains(" on student_registration")).toList();
                softly.assertThat(plans).as(name).isNotEmpty().allSatisfy(PlansTest::assertThatNothingElseIsRead);
            });
            softly.assertAll();
        }
    }

    private static Map<String, Callable<?>> requests(Office office) {
        var now = office.clock().instant();
        var requests = new LinkedHashMap<String, Callable<?>>();
        for (var at : List.of(now, now.minus(Duration.ofDays(365)), now.minus(Duration.ofDays(700)))) {
            reading(requests, office, at);
        }
        var rosters = office.get(Rosters.class);
        requests.put("difference", () -> rosters.difference(CODE, "Enrolled", now.minus(Duration.ofDays(400)), now));
        requests.put("history", () -> office.get(Schedules.class).history(CODE, "s5", 0, 20));
        writing(requests, office);
        return requests;
    }

    private static void reading(Map<String, Callable<?>> requests, Office office, Instant at) {
        var rosters = office.get(Rosters.class);
        requests.put("roster " + at, () -> rosters.roster(id("E1s1"), "Enrolled", at, 0, 100));
        requests.put("count " + at, () -> rosters.count(id("E1s1"), "Enrolled", at));
        var counts = office.get(RosterCounts.class);
        requests.put("count in program " + at, () -> counts.inProgram(CODE, "Enrolled", List.of(at)));
        requests.put("attendance " + at, () -> rosters.attendance(id("E1s1"), at));
        requests.put("schedule " + at, () -> office.get(Schedules.class).schedule(CODE, "s5", at));
        requests.put("eligibility " + at, () -> office.get(Registrations.class).eligibility(id("E1s1"), "s5", at));
    }

    /** Student n is in section n + 1. */
    private static void writing(Map<String, Callable<?>> requests, Office office) {
        var registrations = office.get(Registrations.class);
        requests.put("enroll", () -> registrations.enroll(id("E9s1"), "s1"));
        requests.put("attend", () -> registrations.register(id("E9s1"), "s1", RegistrationType.ATTENDED));
        requests.put("move", () -> registrations.move(active(office), "E10s1"));
        requests.put("undo", () -> office.get(Reversals.class).undo(office.get(Operations.class).latest(0, 1).get(0).operation().getId()));
        requests.put("expire", () -> registrations.expireStudent(id("E9s1"), "s1"));
    }

    private static long active(Office office) {
        return office.get(Schedules.class).schedule(CODE, "s1", office.clock().instant()).stream()
                .filter(seat -> seat.getSection().getCode().equals("E9s1")).findFirst().orElseThrow().getId();
    }

    private static void assertThatNothingElseIsRead(String plan) {
        assertThat(plan).doesNotContain("Seq Scan on student_registration");
        assertThat(READ_FOR_NOTHING.matcher(plan).results().mapToInt(rows -> Integer.parseInt(rows.group(1))).sum())
                .as(plan).isLessThan(MOST_READ_FOR_NOTHING);
    }
}
