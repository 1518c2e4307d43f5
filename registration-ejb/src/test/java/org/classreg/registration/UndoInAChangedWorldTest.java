package org.classreg.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.classreg.testing.SmallProgram.CODE;
import static org.classreg.testing.SmallProgram.id;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.ProgramSettings;
import org.classreg.catalog.ProgramSettings.Cap;
import org.classreg.catalog.Timeslot;
import org.classreg.errors.Reason;
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

/** What has happened since an operation is respected by its undoing, in lines, programs and times too. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class UndoInAChangedWorldTest {

    private static final String NINE = "2026-03-07T09:00:00Z";
    private static final String TEN = "2026-03-07T10:00:00Z";

    private final Office office;
    private final SmallProgram program;
    private final Registrations registrations;

    UndoInAChangedWorldTest(DatabaseKind kind) {
        office = Office.on(kind);
        program = new SmallProgram(office);
        registrations = office.get(Registrations.class);
    }

    @BeforeEach
    void s1HasTheOnlySeatAndS2Waits() {
        program.students(3);
        program.section("E1s1", 1, "10:00-11:00");
        program.section("E2s1", 2, "11:00-12:00");
        program.section("E3s1", 2, "09:00-10:00");
        register("s1", "E1s1", "Enrolled");
        register("s2", "E1s1", "Waitlist");
        office.clock().tick();
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void whoWaitsAgainGetsTheSeatThatHasBecomeFree() {
        end("s2", "E1s1");
        var left = last();
        end("s1", "E1s1");

        undo(left);

        assertThat(has("s2")).containsExactly("Enrolled in E1s1");
    }

    @Test
    void whoHasTakenTheOfferedSeatDoesNotWaitForItAgain() {
        office.in(() -> office.get(Programs.class).configure(CODE, ProgramSettings.DEFAULT.withOffersFor(30)));
        end("s1", "E1s1");
        var freed = last();
        var offer = find("s2", "Offered");
        office.in(() -> office.get(Waitlists.class).accept(offer));

        assertThat(undo(freed).left()).flatExtracting(Reversal.Left::reasons).extracting(Reason::code)
                .containsExactlyInAnyOrder("ENDED_SINCE", "SECTION_FULL", "ALREADY_IN_CLASS");

        assertThat(has("s2")).containsExactly("Enrolled in E1s1");
    }

    @Test
    void nobodyWaitsAgainOrWishesAgainForWhatHasBeenCancelled() {
        register("s2", "E1s1", "Interested");
        end("s2", "E1s1");
        var left = last();
        office.in(() -> office.get(SectionChanges.class).cancel(id("E1s1"), false, null));

        assertThat(undo(left).left()).flatExtracting(Reversal.Left::reasons).extracting(Reason::code)
                .containsExactly("SECTION_CANCELLED", "SECTION_CANCELLED");

        assertThat(has("s2")).isEmpty();
    }

    @Test
    void whoMovedIsMovedBackThoughTheProgramTakesNobodyNew() {
        var registration = find("s1", "Enrolled");
        office.in(() -> registrations.move(registration, "E2s1"));
        var moved = last();
        end("s2", "E1s1");
        office.in(() -> office.get(Programs.class).configure(CODE, ProgramSettings.DEFAULT.withCaps(new Cap(null, null, 0))));

        undo(moved);

        assertThat(has("s1")).containsExactly("Enrolled in E1s1");
    }

    @Test
    void aPlaceThatComesBackHasBeenGivenToNobodyElse() {
        program.student("s4", 10);
        program.section("E4s1", 1, "10:00-11:00");
        register("s3", "E1s1", "Waitlist");
        register("s3", "E4s1", "Enrolled");
        end("s1", "E1s1");
        var promoted = last();
        end("s2", "E1s1");
        register("s4", "E1s1", "Enrolled");
        office.in(() -> office.get(SectionChanges.class).change(id("E1s1"), new Wanted(null, new Size(0)), Treatment.WAITLIST));

        undo(promoted);

        assertThat(office.in(() -> office.get(Waitlists.class).line(id("E1s1"), office.clock().instant(), 0, 9)))
                .extracting(row -> row.getStudent().getUsername() + " " + row.place().orElseThrow()).containsExactly("s4 0", "s2 1", "s3 2");
    }

    @Test
    void aSectionDoesNotGoBackToATimeThatWouldTakeSomebodysLunch() {
        lunchFromTenToEleven();
        change("E1s1", NINE, TEN);
        var changed = last();
        register("s1", "E2s1", "Enrolled");
        program.section("E4s1", 2, "08:00-09:00");
        register("s1", "E4s1", "Enrolled");

        undo(changed);

        assertThat(program.find("E1s1").timeslots()).extracting(Timeslot::getStartsAt).containsExactly(Instant.parse(NINE));
        assertThat(has("s1")).hasSize(3);
    }

    @Test
    void aSectionIsNotCancelledAgainOverThoseWhoHaveComeSince() {
        office.in(() -> office.get(SectionChanges.class).cancel(id("E1s1"), false, null));
        undo(last());
        var held = last();
        register("s3", "E1s1", "Interested");

        assertThat(undo(held).leftSections()).flatExtracting(Reversal.LeftSection::reasons)
                .containsExactly(new Reason("REGISTERED_SINCE", "1 student has come to E1s1 since; cancel it to let them go."));

        assertThat(program.find("E1s1").isCancelled()).isFalse();
        assertThat(has("s3")).containsExactly("Interested in E1s1");
    }

    @Test
    void aMarkThatSomebodyCameKeepsNoSectionFromBeingCancelledAgain() {
        office.in(() -> office.get(SectionChanges.class).cancel(id("E1s1"), false, null));
        undo(last());
        var held = last();
        register("s3", "E1s1", "Attended");

        assertThat(undo(held).sections()).extracting(ClassSection::getCode).containsExactly("E1s1");

        assertThat(program.find("E1s1").isCancelled()).isTrue();
        assertThat(has("s1")).isEmpty();
    }

    @Test
    void whichSectionsGoBackAndWhichStayIsToldBefore() {
        change("E2s1", NINE, TEN);
        var changed = last();
        assertThat(preview(changed).sections()).extracting(ClassSection::getCode).containsExactly("E2s1");
        assertThat(preview(changed).leftSections()).isEmpty();

        change("E2s1", TEN, "2026-03-07T11:00:00Z");

        assertThat(preview(changed).sections()).isEmpty();
        assertThat(preview(changed).leftSections()).flatExtracting(Reversal.LeftSection::reasons).extracting(Reason::code).containsExactly("CHANGED_SINCE");
    }

    @Test
    void aCheckInThatIsUndoneIsTold() {
        office.in(() -> office.get(CheckIns.class).checkIn(CODE, "s1"));

        assertThat(preview(last()).checkIns()).extracting(row -> row.getStudent().getUsername()).containsExactly("s1");
        assertThat(undo(last()).checkIns()).hasSize(1);
        assertThat(office.in(() -> office.get(CheckIns.class).present(CODE, office.clock().instant(), 0, 10))).isEmpty();
    }

    /** The undo has read that she is in by the time she is checked out, and waits for it. */
    @Test
    void whoIsCheckedOutWhileTheCheckInIsBeingUndoneHasLeftByTheCheckOut() throws Exception {
        var checkIns = office.get(CheckIns.class);
        office.in(() -> checkIns.checkIn(CODE, "s1"));
        var checkedIn = last();
        office.clock().tick();
        var undo = new AtomicReference<CompletableFuture<Reversal>>();
        var leaving = office.in(() -> {
            var left = checkIns.checkOut(CODE, "s1");
            office.get(EntityManager.class).flush();
            undo.set(CompletableFuture.supplyAsync(() -> office.in(() -> office.get(Reversals.class).undo(checkedIn))));
            TimeUnit.MILLISECONDS.sleep(300);
            return left;
        });
        undo.get().get();

        var endedBy = office.with(em -> em.find(CheckIn.class, leaving.getId()).getEndedBy().getKind());
        assertThat(endedBy).isEqualTo("checkOut");
        assertThat(office.in(() -> checkIns.present(CODE, office.clock().instant(), 0, 10))).isEmpty();
    }

    private void lunchFromTenToEleven() {
        office.with(em -> {
            em.createQuery("select t from Timeslot t", Timeslot.class).getResultStream().filter(slot -> slot.getStartsAt().equals(Instant.parse(TEN)))
                    .forEach(slot -> slot.change(slot.getStartsAt(), slot.getEndsAt(), true));
            return null;
        });
    }

    private void change(String section, String starts, String ends) {
        var meeting = new WantedMeeting(Instant.parse(starts), Instant.parse(ends), List.of());
        office.in(() -> office.get(SectionChanges.class).change(id(section), new Wanted(List.of(meeting), null), Treatment.END));
    }

    private void register(String student, String section, String type) {
        office.in(() -> registrations.register(id(section), student, type));
    }

    private void end(String student, String section) {
        office.in(() -> registrations.expireStudent(id(section), student));
    }

    private Reversal preview(long operation) {
        return office.in(() -> office.get(Reversals.class).preview(operation));
    }

    private Reversal undo(long operation) {
        office.clock().tick();
        return office.in(() -> office.get(Reversals.class).undo(operation));
    }

    private long last() {
        return office.in(() -> office.get(Operations.class).latest(0, 1)).get(0).operation().getId();
    }

    private long find(String student, String type) {
        return history(student).stream().filter(row -> row.getType().isNamed(type)).findFirst().orElseThrow().getId();
    }

    private List<String> has(String student) {
        return history(student).stream().map(row -> row.getType().getName() + " in " + row.getSection().getCode()).toList();
    }

    private List<StudentRegistration> history(String student) {
        return office.in(() -> office.get(Schedules.class).history(CODE, student, 0, 100)).stream().filter(row -> !row.hasEnded()).toList();
    }
}
