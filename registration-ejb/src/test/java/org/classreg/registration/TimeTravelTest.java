package org.classreg.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.classreg.testing.SmallProgram.CODE;
import static org.classreg.testing.SmallProgram.id;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.classreg.catalog.ClassSection;
import org.classreg.operations.Operation;
import org.classreg.people.Person;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.classreg.testing.SmallProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Promise 2: any roster, schedule or count can be asked for as of any instant. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class TimeTravelTest {

    private static final Duration MICROSECOND = Duration.ofNanos(1_000);

    private final Office office;
    private final SmallProgram program;
    private final Registrations registrations;

    TimeTravelTest(DatabaseKind kind) {
        office = Office.on(kind);
        program = new SmallProgram(office);
        registrations = office.get(Registrations.class);
    }

    @BeforeEach
    void twoSections() {
        program.students(2);
        program.section("E1s1", 2, "09:00-10:00");
        program.section("E1s2", 2, "11:00-12:00");
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aRegistrationIsValidFromItsStartAndNoMoreAtItsEnd() {
        var start = office.clock().tick();
        var registration = enroll("s1", "E1s1");
        var end = office.clock().tick();
        office.in(() -> registrations.expire(registration.getId()));

        assertThat(roster("E1s1", start.minus(MICROSECOND))).isEmpty();
        assertThat(roster("E1s1", start)).containsExactly("s1");
        assertThat(roster("E1s1", end.minus(MICROSECOND))).containsExactly("s1");
        assertThat(roster("E1s1", end)).isEmpty();
    }

    @Test
    void atTheInstantOfAMoveTheStudentIsInTheNewSectionOnly() {
        var old = enroll("s1", "E1s1");
        var moment = office.clock().tick();
        office.in(() -> registrations.move(old.getId(), "E1s2"));

        assertThat(schedule("s1", moment.minus(MICROSECOND))).containsExactly("E1s1");
        assertThat(schedule("s1", moment)).containsExactly("E1s2");
    }

    @Test
    void theCountAtAnInstantIsTheLengthOfTheRosterThen() {
        enroll("s1", "E1s1");
        var before = office.clock().instant();
        office.clock().tick();
        enroll("s2", "E1s1");
        var after = office.clock().instant();

        assertThat(count("E1s1", before)).isEqualTo(1);
        assertThat(count("E1s1", after)).isEqualTo(2);
    }

    @Test
    void historyHasPastAndPresentOfEveryTypeTheNewestStartFirst() {
        var first = enroll("s1", "E1s1");
        office.clock().tick();
        office.in(() -> registrations.register(id("E1s2"), "s1", "Interested"));
        office.clock().tick();
        office.in(() -> registrations.expire(first.getId()));
        office.clock().tick();
        enroll("s1", "E1s2");

        var history = office.in(() -> office.get(Schedules.class).history(CODE, "s1", 0, 10));
        assertThat(history).extracting(row -> row.getType().getName() + " " + row.getSection().getCode() + " " + row.hasEnded())
                .containsExactly("Enrolled E1s2 false", "Interested E1s2 false", "Enrolled E1s1 true");
        assertThat(office.in(() -> office.get(Schedules.class).history(CODE, "s1", 1, 1))).extracting(row -> row.getType().getName())
                .containsExactly("Interested");
    }

    @Test
    void aRowWithoutAStartHasAlwaysBeenValid() {
        office.with(em -> {
            var student = em.createNamedQuery(Person.BY_USERNAME, Person.class).setParameter("username", "s1").getSingleResult();
            var type = em.createNamedQuery(RegistrationType.BY_NAME, RegistrationType.class).setParameter("name", "Enrolled").getSingleResult();
            var operation = new Operation("test", "test", null, office.clock().instant());
            em.persist(operation);
            var section = em.createNamedQuery(ClassSection.BY_CODE, ClassSection.class)
                    .setParameter("program", CODE).setParameter("code", "E1s1").getSingleResult();
            var registration = new StudentRegistration(student, section, type, null, operation);
            em.persist(registration);
            return registration;
        });

        assertThat(roster("E1s1", Instant.parse("1900-01-01T00:00:00Z"))).containsExactly("s1");
        assertThat(office.in(() -> office.get(Schedules.class).history(CODE, "s1", 0, 10))).hasSize(1);
    }

    @Test
    void whatOverlapsASectionIsKnownForEveryInstant() {
        program.section("E2s1", 2, "09:30-10:30");
        var registration = enroll("s1", "E1s1");
        var then = office.clock().instant();
        office.clock().tick();
        office.in(() -> registrations.expire(registration.getId()));

        assertThat(overlapping("E2s1", then)).containsExactly("E1s1");
        assertThat(overlapping("E1s2", then)).isEmpty();
        assertThat(overlapping("E2s1", office.clock().instant())).isEmpty();
    }

    @Test
    void theDifferenceOfTwoInstantsIsWhoCameAndWhoLeft() {
        var leaves = enroll("s1", "E1s1");
        var from = office.clock().instant();
        office.clock().tick();
        office.in(() -> registrations.expire(leaves.getId()));
        enroll("s2", "E1s1");
        var passing = enroll("s1", "E1s2");
        office.clock().tick();
        office.in(() -> registrations.expire(passing.getId()));
        var to = office.clock().instant();

        var difference = office.in(() -> office.get(Rosters.class).difference(CODE, "Enrolled", from, to));
        assertThat(difference.came()).extracting(StudentRegistration::toString).containsExactly("Student s2 Enrolled in E1s1");
        assertThat(difference.left()).extracting(StudentRegistration::toString).containsExactly("Student s1 Enrolled in E1s1");
        var back = office.in(() -> office.get(Rosters.class).difference(CODE, "Enrolled", to, from));
        assertThat(back.came()).extracting(StudentRegistration::getId).containsExactly(leaves.getId());
    }

    @Test
    void theCountsOfAProgramAndASectionAreThoseOfTheInstantsAskedFor() {
        var before = office.clock().instant().minusSeconds(1);
        var first = enroll("s1", "E1s1");
        var one = office.clock().instant();
        office.clock().tick();
        enroll("s2", "E1s2");
        var two = office.clock().instant();
        office.clock().tick();
        office.in(() -> registrations.expire(first.getId()));
        var after = office.clock().instant();

        var counts = office.get(RosterCounts.class);
        var instants = List.of(before, one, two, after);
        assertThat(office.in(() -> counts.inProgram(CODE, "Enrolled", instants))).containsExactly(0L, 1L, 2L, 1L);
        assertThat(office.in(() -> counts.inSection(id("E1s1"), "Enrolled", instants))).containsExactly(0L, 1L, 1L, 0L);
        assertThat(office.in(() -> counts.inProgram(CODE, "Waitlist", instants))).containsExactly(0L, 0L, 0L, 0L);
    }

    @Test
    void attendanceSaysWhoOfTheRosterCame() {
        enroll("s1", "E1s1");
        enroll("s2", "E1s1");
        office.in(() -> registrations.register(id("E1s1"), "s2", RegistrationType.ATTENDED));

        assertThat(office.in(() -> office.get(Rosters.class).attendance(id("E1s1"), office.clock().instant())))
                .extracting(line -> line.student().getUsername() + " " + line.attended())
                .containsExactly("s1 false", "s2 true");
    }

    @Test
    void anInterestInAClassStartsOnceAndEnds() {
        var interests = office.get(Interests.class);
        var first = office.in(() -> interests.express(CODE, "E1", "s1"));
        var second = office.in(() -> interests.express(CODE, "E1", "s1"));
        assertThat(second.getId()).isEqualTo(first.getId());
        assertThat(office.in(() -> interests.of(CODE, "s1"))).extracting(interest -> interest.getSubject().getCode()).containsExactly("E1");

        office.clock().tick();
        office.in(() -> {
            interests.withdraw(CODE, "E1", "s1");
            return null;
        });
        assertThat(office.in(() -> interests.of(CODE, "s1"))).isEmpty();
    }

    private StudentRegistration enroll(String student, String section) {
        return office.in(() -> registrations.enroll(id(section), student));
    }

    private List<String> roster(String section, Instant at) {
        return office.in(() -> office.get(Rosters.class).roster(id(section), RegistrationType.ENROLLED, at, 0, 100)).stream()
                .map(row -> row.getStudent().getUsername()).toList();
    }

    private long count(String section, Instant at) {
        return office.in(() -> office.get(Rosters.class).count(id(section), RegistrationType.ENROLLED, at));
    }

    private List<String> schedule(String student, Instant at) {
        return sections(office.in(() -> office.get(Schedules.class).schedule(CODE, student, at)));
    }

    private List<String> overlapping(String section, Instant at) {
        return sections(office.in(() -> office.get(Schedules.class).overlapping(id(section), "s1", at)));
    }

    private static List<String> sections(List<StudentRegistration> rows) {
        return rows.stream().map(row -> row.getSection().getCode()).toList();
    }
}
