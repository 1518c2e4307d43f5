package org.classreg.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.classreg.testing.SmallProgram.id;

import java.util.List;
import java.util.concurrent.Callable;
import org.classreg.errors.Reason;
import org.classreg.errors.Refused;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.classreg.testing.SmallProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(DatabaseKind.class)
class EnrollmentTest {

    private final Office office;
    private final SmallProgram program;
    private final Registrations registrations;

    EnrollmentTest(DatabaseKind kind) {
        office = Office.on(kind);
        program = new SmallProgram(office);
        registrations = office.get(Registrations.class);
    }

    @BeforeEach
    void aProgramWithThreeSections() {
        program.students(3);
        program.section("E1s1", 2, "09:00-10:00");
        program.section("E1s2", 2, "11:00-12:00");
        program.section("E2s1", 1, "09:30-10:30");
        program.section("E3s1", 2, "10:00-11:00");
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void enrollingTakesASeat() {
        var registration = enroll("s1", "E1s1");

        assertThat(registration).hasToString("Student s1 Enrolled in E1s1");
        assertThat(program.find("E1s1").getEnrolled()).isEqualTo(1);
        assertThat(program.find("E1s1").seatsLeft()).isEqualTo(1);
    }

    @Test
    void aFullSectionIsRefused() {
        enroll("s1", "E2s1");

        assertThat(refusal("s2", "E2s1")).extracting(Reason::code).containsExactly("SECTION_FULL");
        assertThat(program.find("E2s1").getEnrolled()).isEqualTo(1);
    }

    @Test
    void aSecondSectionOfTheClassIsRefused() {
        enroll("s1", "E1s1");

        assertThat(refusal("s1", "E1s2")).extracting(Reason::code).containsExactly("ALREADY_IN_CLASS");
    }

    @Test
    void allReasonsAreGivenAndNotTheFirst() {
        enroll("s1", "E1s1");
        enroll("s2", "E2s1");
        program.change("E2s1", section -> {
            section.setRegistrationOpen(false);
            section.getSubject().admitGrades(11, 12);
        });

        assertThat(refusal("s1", "E2s1")).extracting(Reason::code)
                .containsExactly("REGISTRATION_CLOSED", "GRADE_OUT_OF_RANGE", "SCHEDULE_CONFLICT", "SECTION_FULL");
        assertThat(office.in(() -> registrations.eligibility(id("E2s1"), "s1"))).isEqualTo(refusal("s1", "E2s1"));
    }

    @Test
    void expiringFreesTheSeatOnce() {
        var registration = enroll("s1", "E2s1");
        var ended = office.in(() -> registrations.expire(registration.getId()));
        office.clock().tick();
        var endedAgain = office.in(() -> registrations.expire(registration.getId()));

        assertThat(endedAgain.getEndDate()).isEqualTo(ended.getEndDate());
        assertThat(endedAgain.getEndedBy().getId()).isEqualTo(ended.getEndedBy().getId());
        assertThat(program.find("E2s1").getEnrolled()).isZero();
        assertThat(enroll("s2", "E2s1").hasEnded()).isFalse();
    }

    @Test
    void expiringAStudentEndsEveryTypeInTheSection() {
        enroll("s1", "E1s1");
        office.in(() -> registrations.register(id("E1s1"), "s1", "Interested"));
        office.in(() -> registrations.register(id("E1s1"), "s1", "Attended"));
        enroll("s2", "E1s1");

        var ended = office.in(() -> registrations.expireStudent(id("E1s1"), "s1"));

        assertThat(ended).hasSize(3).allMatch(StudentRegistration::hasEnded);
        assertThat(program.find("E1s1").getEnrolled()).isEqualTo(1);
    }

    @Test
    void expiringASectionEndsEveryoneInIt() {
        enroll("s1", "E1s1");
        enroll("s2", "E1s1");
        office.in(() -> registrations.register(id("E1s1"), "s3", "Interested"));

        var ended = office.in(() -> registrations.expireSection(id("E1s1")));

        assertThat(ended).hasSize(3);
        assertThat(ended).extracting(row -> row.getEndedBy().getId()).containsOnly(ended.get(0).getEndedBy().getId());
        assertThat(ended.get(0).getEndedBy().getChanges()).isEqualTo(3);
        assertThat(program.find("E1s1").getEnrolled()).isZero();
    }

    @Test
    void aMoveGivesUpTheOldSeatForTheNewOneAtOneInstant() {
        var old = enroll("s1", "E1s1");
        var now = office.clock().tick();

        var moved = office.in(() -> registrations.move(old.getId(), "E1s2"));

        assertThat(moved.getStartDate()).isEqualTo(now);
        assertThat(office.in(() -> registrations.get(old.getId())).getEndDate()).isEqualTo(now);
        assertThat(program.find("E1s1").getEnrolled()).isZero();
        assertThat(program.find("E1s2").getEnrolled()).isEqualTo(1);
    }

    @Test
    void aMoveThatIsRefusedKeepsTheOldSeat() {
        var old = enroll("s1", "E1s1");
        enroll("s2", "E2s1");

        assertThatThrownBy(() -> office.in(() -> registrations.move(old.getId(), "E2s1"))).isInstanceOf(Refused.class);

        assertThat(office.in(() -> registrations.get(old.getId())).hasEnded()).isFalse();
        assertThat(program.find("E1s1").getEnrolled()).isEqualTo(1);
    }

    @Test
    void aMoveMayGoToATimeThatOnlyTheOldSectionTook() {
        var old = enroll("s1", "E1s1");

        assertThat(office.in(() -> registrations.move(old.getId(), "E2s1")).hasEnded()).isFalse();
    }

    @Test
    void aMoveToTheSameSectionAndOneOfAnEndedRegistrationAreRefused() {
        var old = enroll("s1", "E1s1");
        assertThat(refusal(() -> registrations.move(old.getId(), "E1s1"))).extracting(Reason::code).containsExactly("ALREADY_IN_CLASS");

        office.in(() -> registrations.expire(old.getId()));
        assertThat(refusal(() -> registrations.move(old.getId(), "E1s2"))).extracting(Reason::code).containsExactly("REGISTRATION_ENDED");
    }

    @Test
    void otherTypesTakeNoSeatAndStandOnce() {
        enroll("s1", "E2s1");

        assertThat(office.in(() -> registrations.register(id("E2s1"), "s2", "Priority/1")).hasEnded()).isFalse();
        assertThat(program.find("E2s1").getEnrolled()).isEqualTo(1);
        assertThat(refusal(() -> registrations.register(id("E2s1"), "s2", "Priority/1")))
                .extracting(Reason::code).containsExactly("ALREADY_REGISTERED");
    }

    private StudentRegistration enroll(String student, String section) {
        return office.in(() -> registrations.enroll(id(section), student));
    }

    private List<Reason> refusal(String student, String section) {
        return refusal(() -> registrations.enroll(id(section), student));
    }

    private List<Reason> refusal(Callable<?> change) {
        try {
            office.in(change);
        } catch (Refused e) {
            return e.reasons();
        }
        throw new AssertionError("not refused");
    }
}
