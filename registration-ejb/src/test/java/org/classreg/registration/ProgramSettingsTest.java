package org.classreg.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.classreg.testing.SmallProgram.CODE;
import static org.classreg.testing.SmallProgram.id;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.classreg.catalog.ProgramSettings;
import org.classreg.catalog.ProgramSettings.Window;
import org.classreg.catalog.WindowKind;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.InvalidInput.Fault;
import org.classreg.errors.Refused;
import org.classreg.people.Role;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.classreg.testing.SmallProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What staff set for a program, and how they go past it for one student. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class ProgramSettingsTest {

    private final Office office;
    private final SmallProgram program;
    private final Registrations registrations;

    ProgramSettingsTest(DatabaseKind kind) {
        office = Office.on(kind);
        program = new SmallProgram(office);
        registrations = office.get(Registrations.class);
    }

    @BeforeEach
    void threeSections() {
        program.students(4);
        program.section("E1s1", 4, "09:00-10:00");
        program.section("E1s2", 4, "09:00-10:00");
        program.section("E2s1", 4, "11:00-12:00", "13:00-14:00");
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void withoutAWindowEverythingIsAlwaysOpen() {
        var registration = office.in(() -> registrations.enroll(id("E1s1"), "s1"));

        assertThat(office.in(() -> registrations.move(registration.getId(), "E1s2")).hasEnded()).isFalse();
    }

    @Test
    void studentsEnrollFromTheOpeningUntilBeforeTheClose() {
        var opens = office.clock().instant().plus(Duration.ofHours(1));
        window(WindowKind.ENROLLMENT, opens, opens.plus(Duration.ofHours(1)));

        assertThat(refusal(() -> registrations.enroll(id("E1s1"), "s1")))
                .isEqualTo("Enrollment in Spring Program opens on 1 March 2026, 08:00 (America/New_York).");
        office.clock().advance(Duration.ofHours(1));
        assertThat(office.in(() -> registrations.enroll(id("E1s1"), "s1")).hasEnded()).isFalse();
        office.clock().advance(Duration.ofHours(1));
        assertThat(refusal(() -> registrations.enroll(id("E1s1"), "s2")))
                .isEqualTo("Enrollment in Spring Program closed on 1 March 2026, 09:00 (America/New_York).");
    }

    @Test
    void eachKindOfActHasItsOwnWindow() {
        var registration = office.in(() -> registrations.enroll(id("E1s1"), "s1"));
        var past = office.clock().instant().minus(Duration.ofDays(1));
        configure(List.of(new Window(WindowKind.CHANGES, null, past), new Window(WindowKind.INTEREST, null, past),
                new Window(WindowKind.DROP, null, past)), null, null, BigDecimal.ONE);

        assertThat(office.in(() -> registrations.enroll(id("E1s1"), "s2")).hasEnded()).isFalse();
        assertThat(refusal(() -> registrations.move(registration.getId(), "E1s2"))).startsWith("Changes in Spring Program closed");
        assertThat(refusal(() -> registrations.register(id("E2s1"), "s1", "Interested"))).startsWith("Wishes in Spring Program closed");
        assertThat(refusal(() -> office.get(Interests.class).express(CODE, "E2", "s1"))).startsWith("Wishes");
        office.caller().is("s1", Role.STUDENT);
        assertThat(refusal(() -> registrations.expire(registration.getId()))).startsWith("Dropping in Spring Program closed");
        assertThat(refusal(() -> registrations.expireStudent(id("E1s1"), "s1"))).startsWith("Dropping");
        office.caller().is("admin", Role.ADMIN);
        assertThat(office.in(() -> registrations.expire(registration.getId())).hasEnded()).isTrue();
    }

    @Test
    void aProgramLimitsSectionsAndTimeslotsAStudent() {
        configure(List.of(), 1, null, BigDecimal.ONE);
        office.in(() -> registrations.enroll(id("E1s1"), "s1"));
        assertThat(refusal(() -> registrations.enroll(id("E2s1"), "s1")))
                .isEqualTo("Spring Program allows 1 sections a student, and Student s1 has 1.");

        configure(List.of(), 0, null, BigDecimal.ONE);
        assertThat(refusal(() -> registrations.enroll(id("E1s1"), "s2")))
                .isEqualTo("Spring Program allows 0 sections a student, and Student s2 has 0.");

        configure(List.of(), null, 2, BigDecimal.ONE);
        assertThat(refusal(() -> registrations.enroll(id("E2s1"), "s1")))
                .isEqualTo("Spring Program allows 2 timeslots a student; with E2s1, Student s1 would have 3.");
    }

    @Test
    void staffOverrideNamedRulesWithAReasonThatIsKept() {
        configure(List.of(), 1, null, BigDecimal.ONE);
        office.in(() -> registrations.enroll(id("E1s1"), "s1"));

        var registration = office.in(() -> registrations.registerAnyway(id("E2s1"), "s1", "Enrolled",
                new RuleOverride(Set.of("TOO_MANY_SECTIONS"), "Her sister's place")));

        assertThat(registration.getStartedBy().getReason()).isEqualTo("Her sister's place (overrides TOO_MANY_SECTIONS)");
        assertThat(refusal(() -> registrations.registerAnyway(id("E1s2"), "s1", "Enrolled",
                new RuleOverride(Set.of("TOO_MANY_SECTIONS"), "Again")))).startsWith("Already enrolled in E1s1");
    }

    @Test
    void anOverrideOfAFullSectionAddsOneSeatThatGoesWithTheStudent() {
        program.section("E3s1", 1, "15:00-16:00");
        office.in(() -> registrations.enroll(id("E3s1"), "s1"));

        var extra = office.in(() -> registrations.registerAnyway(id("E3s1"), "s2", "Enrolled",
                new RuleOverride(Set.of("SECTION_FULL"), "The teacher agreed")));
        assertThat(program.find("E3s1").getEnrolled()).isEqualTo(2);
        assertThat(program.find("E3s1").seatsLeft()).isZero();
        assertThat(refusal(() -> registrations.enroll(id("E3s1"), "s3"))).contains("is full");

        office.in(() -> registrations.expire(extra.getId()));
        assertThat(refusal(() -> registrations.enroll(id("E3s1"), "s3"))).contains("is full");
    }

    @Test
    void whatWouldBreakAPromiseIsNotOverriddenAndAReasonIsNeeded() {
        assertThatThrownBy(() -> office.in(() -> registrations.registerAnyway(id("E1s1"), "s1", "Enrolled",
                new RuleOverride(Set.of("SCHEDULE_CONFLICT"), " "))))
                .isInstanceOfSatisfying(InvalidInput.class, invalid ->
                        assertThat(invalid.faults()).extracting(Fault::field).containsExactly("override.rules", "override.reason"));
    }

    @Test
    void aSmallerMultiplierKeepsWhoIsEnrolledAndTakesNobodyMore() {
        for (var student : List.of("s1", "s2", "s3")) {
            office.in(() -> registrations.enroll(id("E1s1"), student));
        }

        configure(List.of(), null, null, new BigDecimal("0.5"));

        assertThat(program.find("E1s1").getCapacity()).isEqualTo(2);
        assertThat(program.find("E1s1").getEnrolled()).isEqualTo(3);
        assertThat(refusal(() -> registrations.enroll(id("E1s1"), "s4"))).isEqualTo("E1s1 is full: all 2 seats are taken.");
        configure(List.of(), null, null, BigDecimal.ONE);
        assertThat(office.in(() -> registrations.enroll(id("E1s1"), "s4")).hasEnded()).isFalse();
    }

    @Test
    void settingsOutOfRangeAreNamedAndChangeNothing() {
        var now = office.clock().instant();
        var settings = new ProgramSettings(List.of(new Window(null, now, now)), -1, -1, new BigDecimal("-0.1"), 10_001,
                List.of(new ProgramSettings.Cap(9, 8, -1), new ProgramSettings.Cap(-3, 31, 0)), -1, 0);

        assertThatThrownBy(() -> office.in(() -> office.get(Programs.class).configure(CODE, settings)))
                .isInstanceOfSatisfying(InvalidInput.class, invalid -> assertThat(invalid.faults()).extracting(Fault::field)
                        .containsExactly("windows[0].kind", "windows[0].closes", "maxSections", "maxTimeslots", "capacityMultiplier",
                                "capacityOffset", "caps[0].maxStudents", "caps[0].gradeMax", "caps[1].gradeMin", "caps[1].gradeMax",
                                "priorityLimit", "offerMinutes"));
        assertThat(office.in(() -> office.get(Programs.class).settings(CODE)).maxSections()).isNull();
    }

    @Test
    void settingsAreReplacedAsAWholeAndReadBack() {
        var opens = office.clock().instant();
        window(WindowKind.DROP, opens, null);
        window(WindowKind.ENROLLMENT, opens, opens.plusSeconds(60));

        assertThat(office.in(() -> office.get(Programs.class).settings(CODE)).windows())
                .containsExactly(new Window(WindowKind.ENROLLMENT, opens, opens.plusSeconds(60)));
    }

    private void window(WindowKind kind, Instant opens, Instant closes) {
        configure(List.of(new Window(kind, opens, closes)), null, null, BigDecimal.ONE);
    }

    private void configure(List<Window> windows, Integer maxSections, Integer maxTimeslots, BigDecimal multiplier) {
        office.in(() -> office.get(Programs.class).configure(CODE, ProgramSettings.DEFAULT.withWindows(windows)
                .withLimits(maxSections, maxTimeslots).withCapacity(multiplier, 0)));
    }

    private String refusal(Callable<?> change) {
        try {
            office.in(change);
        } catch (Refused e) {
            return e.getMessage();
        }
        throw new AssertionError("not refused");
    }
}
