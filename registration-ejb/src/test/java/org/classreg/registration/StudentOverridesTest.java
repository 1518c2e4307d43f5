package org.classreg.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.classreg.testing.SmallProgram.CODE;
import static org.classreg.testing.SmallProgram.id;

import java.time.Instant;
import java.util.List;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.NotFound;
import org.classreg.errors.Reason;
import org.classreg.errors.Refused;
import org.classreg.registration.StudentOverrides.Grant;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.classreg.testing.SmallProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** One student may do for some time what a rule keeps the others from. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class StudentOverridesTest {

    private final Office office;
    private final SmallProgram program;
    private final Registrations registrations;
    private final StudentOverrides overrides;

    StudentOverridesTest(DatabaseKind kind) {
        office = Office.on(kind);
        program = new SmallProgram(office);
        registrations = office.get(Registrations.class);
        overrides = office.get(StudentOverrides.class);
    }

    @BeforeEach
    void aFullSectionAndTwoForOlderStudents() {
        program.students(4);
        program.section("E1s1", 1, "09:00-10:00");
        program.section("E2s1", 1, "11:00-12:00");
        program.section("E3s1", 1, "13:00-14:00");
        program.change("E2s1", section -> section.getSubject().admitGrades(11, 12));
        program.change("E3s1", section -> section.getSubject().admitGrades(11, 12));
        office.in(() -> registrations.enroll(id("E1s1"), "s1"));
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void anOverrideForFullSectionsMakesRoomForThisStudentOnly() {
        grant("s2", OverrideKind.FULL, null, null, null, null);

        office.in(() -> registrations.enroll(id("E1s1"), "s2"));

        assertThat(program.find("E1s1").getEnrolled()).isEqualTo(2);
        assertThat(refusal("s3", "E1s1")).containsExactly("SECTION_FULL");
    }

    @Test
    void anOverrideOfTheGradeHoldsForItsClassOrItsSectionOnly() {
        grant("s2", OverrideKind.GRADE, "E2", null, null, null);
        grant("s3", OverrideKind.GRADE, null, "E3s1", null, null);

        office.in(() -> registrations.enroll(id("E2s1"), "s2"));
        office.in(() -> registrations.enroll(id("E3s1"), "s3"));
        assertThat(refusal("s2", "E3s1")).contains("GRADE_OUT_OF_RANGE");
        assertThat(refusal("s3", "E2s1")).contains("GRADE_OUT_OF_RANGE");
    }

    @Test
    void itHoldsFromItsFirstInstantUntilItsLast() {
        var from = office.clock().instant().plusSeconds(60);
        grant("s2", OverrideKind.FULL, null, null, from, from.plusSeconds(60));

        assertThat(refusal("s2", "E1s1")).containsExactly("SECTION_FULL");
        assertThat(eligibility("s2", from)).isEmpty();
        assertThat(eligibility("s2", from.plusSeconds(60))).containsExactly("SECTION_FULL");
        office.clock().tick();
        office.in(() -> registrations.enroll(id("E1s1"), "s2"));
    }

    @Test
    void whatIsRevokedHoldsNoMoreAndIsNotForgotten() {
        var override = grant("s2", OverrideKind.FULL, null, null, null, office.clock().instant().plusSeconds(3600));
        var before = office.clock().instant();
        var revoked = office.clock().tick();

        office.in(() -> overrides.revoke(override.getId()));

        assertThat(refusal("s2", "E1s1")).containsExactly("SECTION_FULL");
        assertThat(eligibility("s2", before)).isEmpty();
        var kept = office.in(() -> overrides.of(CODE, "s2"));
        assertThat(kept).singleElement().satisfies(row -> {
            assertThat(row.getEndDate()).isEqualTo(revoked);
            assertThat(row.getReason()).isEqualTo("Knows the teacher.");
        });
        office.clock().tick();
        assertThat(office.in(() -> overrides.revoke(override.getId())).getEndDate()).isEqualTo(revoked);
    }

    @Test
    void itDoesNotPutAnybodyInTwoPlaces() {
        program.section("E4s1", 1, "09:30-10:30");
        office.in(() -> registrations.enroll(id("E4s1"), "s2"));
        grant("s2", OverrideKind.FULL, null, null, null, null);

        assertThat(refusal("s2", "E1s1")).containsExactly("SCHEDULE_CONFLICT");
    }

    @Test
    void whatIsWrongIsNamedAndNothingIsGranted() {
        var now = office.clock().instant();

        assertThatThrownBy(() -> office.in(() -> overrides.grant(CODE, "s2", new Grant(null, null, null, now, now, " "))))
                .isInstanceOfSatisfying(InvalidInput.class, e -> assertThat(e.faults()).extracting(InvalidInput.Fault::field)
                        .containsExactly("kind", "reason", "until"));
        for (var until : List.of(now, now.minusSeconds(1), now.plusSeconds(60))) {
            var from = until.isAfter(now) ? until : null;
            assertThatThrownBy(() -> grant("s2", OverrideKind.FULL, null, null, from, until)).as("from %s until %s", from, until)
                    .isInstanceOfSatisfying(InvalidInput.class, e -> assertThat(e.faults()).extracting(InvalidInput.Fault::field).containsExactly("until"));
        }
        assertThatThrownBy(() -> grant("nobody", OverrideKind.FULL, null, null, null, null)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> grant("s2", OverrideKind.FULL, "E9", null, null, null)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> grant("s2", OverrideKind.FULL, null, "E9s9", null, null)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> office.in(() -> overrides.revoke(0))).isInstanceOf(NotFound.class);
        assertThat(office.in(() -> overrides.of(CODE, "s2"))).isEmpty();
    }

    private StudentOverride grant(String student, OverrideKind kind, String subject, String section, Instant from, Instant until) {
        return office.in(() -> overrides.grant(CODE, student, new Grant(kind, subject, section, from, until, "Knows the teacher.")));
    }

    private List<String> eligibility(String student, Instant at) {
        return office.in(() -> registrations.eligibility(id("E1s1"), student, at)).stream().map(Reason::code).toList();
    }

    private List<String> refusal(String student, String section) {
        try {
            office.in(() -> registrations.enroll(id(section), student));
        } catch (Refused e) {
            return e.reasons().stream().map(Reason::code).toList();
        }
        throw new AssertionError("not refused");
    }
}
