package org.classreg.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.classreg.testing.SmallProgram.CODE;
import static org.classreg.testing.SmallProgram.id;

import java.time.Instant;
import java.util.List;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.InvalidInput.Fault;
import org.classreg.errors.Reason;
import org.classreg.errors.Refused;
import org.classreg.operations.Operations;
import org.classreg.registration.SectionChanges.Size;
import org.classreg.registration.SectionChanges.Wanted;
import org.classreg.registration.SectionChanges.WantedMeeting;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.classreg.testing.SmallProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a change to a section does to who is in it is shown before, chosen, and can be undone. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class SectionChangesTest {

    private static final Wanted ELEVEN = new Wanted(
            List.of(new WantedMeeting(Instant.parse("2026-03-07T11:00:00Z"), Instant.parse("2026-03-07T12:00:00Z"), List.of())), null);

    private final Office office;
    private final SmallProgram program;
    private final SectionChanges changes;
    private final Registrations registrations;

    SectionChangesTest(DatabaseKind kind) {
        office = Office.on(kind);
        program = new SmallProgram(office);
        changes = office.get(SectionChanges.class);
        registrations = office.get(Registrations.class);
    }

    @BeforeEach
    void threeEnrolled() {
        program.students(5);
        program.section("E1s1", 3, "09:00-10:00");
        program.section("E2s1", 3, "11:00-12:00");
        List.of("s1", "s2", "s3").forEach(student -> {
            office.clock().tick();
            office.in(() -> registrations.enroll(id("E1s1"), student));
        });
        office.in(() -> registrations.enroll(id("E2s1"), "s2"));
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aSmallerSectionConcernsWhoCameLastAndAPreviewChangesNothing() {
        var seen = office.in(() -> changes.preview(id("E1s1"), new Wanted(null, new Size(1))));

        assertThat(seen).extracting(consequence -> consequence.seat().getStudent().getUsername()).containsExactly("s2", "s3");
        assertThat(seen).flatExtracting(Consequence::reasons).extracting(Reason::code).containsOnly("SECTION_FULL");
        assertThat(program.find("E1s1").getCapacity()).isEqualTo(3);
        assertThat(roster("E1s1", RegistrationType.ENROLLED)).containsExactly("s1", "s2", "s3");
    }

    @Test
    void theyKeepTheirSeatsOrWaitOrLeaveAsChosen() {
        change(new Wanted(null, new Size(2)), Treatment.KEEP);
        assertThat(roster("E1s1", RegistrationType.ENROLLED)).containsExactly("s1", "s2", "s3");

        change(new Wanted(null, new Size(2)), Treatment.WAITLIST);
        assertThat(roster("E1s1", RegistrationType.ENROLLED)).containsExactly("s1", "s2");
        assertThat(line()).containsExactly("s3");

        change(new Wanted(null, new Size(1)), Treatment.END);
        assertThat(roster("E1s1", RegistrationType.ENROLLED)).containsExactly("s1");
        assertThat(line()).containsExactly("s3");
    }

    @Test
    void whoMustWaitComesBeforeWhoWaitsAlready() {
        office.in(() -> registrations.register(id("E1s1"), "s4", RegistrationType.WAITLIST));

        change(new Wanted(null, new Size(1)), Treatment.WAITLIST);

        assertThat(line()).containsExactly("s2", "s3", "s4");
    }

    @Test
    void aLargerSectionTakesWhoWaits() {
        office.in(() -> registrations.register(id("E1s1"), "s4", RegistrationType.WAITLIST));

        change(new Wanted(null, new Size(4)), Treatment.KEEP);

        assertThat(roster("E1s1", RegistrationType.ENROLLED)).containsExactly("s1", "s2", "s3", "s4");
        assertThat(line()).isEmpty();
    }

    @Test
    void anotherTimeConcernsWhoHasAClassThen() {
        var concerned = change(ELEVEN, Treatment.END);

        assertThat(concerned).hasSize(1);
        assertThat(concerned.get(0).reasons()).extracting(Reason::code).containsExactly("SCHEDULE_CONFLICT");
        assertThat(roster("E1s1", RegistrationType.ENROLLED)).containsExactly("s1", "s3");
    }

    @Test
    void whoGoesForTheNewTimeLeavesTheSeatToWhoCameAfter() {
        var concerned = change(new Wanted(ELEVEN.meetings(), new Size(2)), Treatment.END);

        assertThat(concerned).extracting(consequence -> consequence.seat().getStudent().getUsername()).containsExactly("s2");
        assertThat(roster("E1s1", RegistrationType.ENROLLED)).containsExactly("s1", "s3");
    }

    @Test
    void anotherTimeLeavesTheMaximumAsItIs() {
        change(ELEVEN, Treatment.KEEP);
        assertThat(program.find("E1s1").maxStudents()).hasValue(3);

        change(new Wanted(null, new Size(null)), Treatment.KEEP);
        assertThat(program.find("E1s1").maxStudents()).isEmpty();
    }

    @Test
    void whoIsToKeepTheSeatKeepsItAlthoughTwoClassesMeetAtOnceAndMayGoOnFromThere() {
        change(ELEVEN, Treatment.KEEP);
        assertThat(roster("E1s1", RegistrationType.ENROLLED)).containsExactly("s1", "s2", "s3");

        change(ELEVEN, Treatment.KEEP);
        office.in(() -> registrations.expireStudent(id("E1s1"), "s2"));
        assertThatThrownBy(() -> office.in(() -> registrations.enroll(id("E1s1"), "s2"))).isInstanceOf(Refused.class)
                .hasMessageContaining("meets at the same time");
    }

    @Test
    void aChangeIsUndoneWithTheSeatsItEnded() {
        change(new Wanted(null, new Size(1)), Treatment.END);
        var latest = latest();

        office.in(() -> office.get(Reversals.class).undo(latest));

        assertThat(program.find("E1s1").getCapacity()).isEqualTo(3);
        assertThat(roster("E1s1", RegistrationType.ENROLLED)).containsExactly("s1", "s2", "s3");
    }

    @Test
    void aWrongChangeNamesEveryFieldAndChangesNothing() {
        var wanted = new Wanted(List.of(new WantedMeeting(Instant.EPOCH, Instant.EPOCH, List.of("Nowhere"))), new Size(-1));

        assertThatThrownBy(() -> change(wanted, Treatment.END)).isInstanceOfSatisfying(InvalidInput.class, invalid ->
                assertThat(invalid.faults()).extracting(Fault::field).containsExactly("maxStudents", "meetings[0].rooms", "meetings[0]"));
        assertThat(program.find("E1s1").getCapacity()).isEqualTo(3);
    }

    @Test
    void aCancelledSectionLosesAllOfWhateverTypeAndTheInterestInItsClass() {
        office.in(() -> registrations.register(id("E1s1"), "s4", RegistrationType.INTERESTED));
        office.in(() -> office.get(Interests.class).express(CODE, "E1", "s5"));

        var ended = office.in(() -> changes.cancel(id("E1s1"), true, "The teacher is ill."));

        assertThat(ended).hasSize(4);
        assertThat(program.find("E1s1").isCancelled()).isTrue();
        assertThat(program.find("E1s1").timeslots()).isEmpty();
        assertThat(program.find("E1s1").getEnrolled()).isZero();
        assertThat(office.in(() -> office.get(Interests.class).of(CODE, "s5"))).isEmpty();
        assertThatThrownBy(() -> office.in(() -> changes.cancel(id("E1s1"), true, null))).isInstanceOf(Refused.class);
    }

    @Test
    void theInterestStaysWhileAnotherSectionOfTheClassIsHeld() {
        program.section("E1s2", 3, "14:00-15:00");
        office.in(() -> office.get(Interests.class).express(CODE, "E1", "s5"));

        office.in(() -> changes.cancel(id("E1s1"), false, null));

        assertThat(office.in(() -> office.get(Interests.class).of(CODE, "s5"))).hasSize(1);
    }

    @Test
    void aCancellationIsUndoneAsAWhole() {
        office.in(() -> changes.cancel(id("E1s1"), true, null));
        var latest = latest();
        var outlook = office.in(() -> office.get(Reversals.class).preview(latest));
        assertThat(outlook.left()).isEmpty();
        assertThat(program.find("E1s1").isCancelled()).isTrue();

        office.in(() -> office.get(Reversals.class).undo(latest));

        assertThat(program.find("E1s1").isCancelled()).isFalse();
        assertThat(program.find("E1s1").timeslots()).hasSize(1);
        assertThat(roster("E1s1", RegistrationType.ENROLLED)).containsExactly("s1", "s2", "s3");
    }

    @Test
    void whoHasBeenSeenInTheSectionGetsTheSeatBackToo() {
        office.in(() -> registrations.expireStudent(id("E1s1"), "s1"));
        office.in(() -> registrations.register(id("E1s1"), "s1", RegistrationType.ATTENDED));
        office.in(() -> registrations.enroll(id("E1s1"), "s1"));
        office.in(() -> changes.cancel(id("E1s1"), false, null));
        var latest = latest();

        assertThat(office.in(() -> office.get(Reversals.class).undo(latest)).left()).isEmpty();

        assertThat(roster("E1s1", RegistrationType.ENROLLED)).contains("s1");
    }

    private List<Consequence> change(Wanted wanted, Treatment treatment) {
        return office.in(() -> changes.change(id("E1s1"), wanted, treatment));
    }

    private long latest() {
        return office.in(() -> office.get(Operations.class).latest(0, 1)).get(0).operation().getId();
    }

    private List<String> roster(String section, String type) {
        return office.in(() -> office.get(Rosters.class).roster(id(section), type, office.clock().instant(), 0, 10)).stream()
                .map(row -> row.getStudent().getUsername()).toList();
    }

    private List<String> line() {
        return office.in(() -> office.get(Waitlists.class).line(id("E1s1"), office.clock().instant(), 0, 10)).stream()
                .map(row -> row.getStudent().getUsername()).toList();
    }
}
