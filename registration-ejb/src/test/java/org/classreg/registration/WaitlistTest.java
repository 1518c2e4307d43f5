package org.classreg.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.classreg.testing.SmallProgram.CODE;
import static org.classreg.testing.SmallProgram.id;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.classreg.catalog.ProgramSettings;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.Reason;
import org.classreg.errors.Refused;
import org.classreg.operations.Operations;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.classreg.testing.SmallProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A freed seat goes to who waits first and can take it, in the transaction that frees it. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class WaitlistTest {

    private final Office office;
    private final SmallProgram program;
    private final Registrations registrations;

    WaitlistTest(DatabaseKind kind) {
        office = Office.on(kind);
        program = new SmallProgram(office);
        registrations = office.get(Registrations.class);
    }

    @BeforeEach
    void aFullSectionWithThreeInLine() {
        program.students(6);
        program.section("E1s1", 1, "09:00-10:00");
        program.section("E2s1", 5, "09:30-10:30");
        program.section("E3s1", 5, "13:00-14:00");
        enroll("E1s1", "s1");
        join("s2");
        join("s3");
        join("s4");
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void whoLeavesMakesRoomForTheFirstInLineInTheSameOperation() {
        var left = office.in(() -> registrations.expireStudent(id("E1s1"), "s1")).get(0);

        assertThat(enrolled("E1s1")).containsExactly("s2");
        assertThat(line()).containsExactly("s3", "s4");
        var seat = roster("E1s1").get(0);
        assertThat(seat.getStartedBy().getId()).isEqualTo(left.getEndedBy().getId());
        assertThat(seat.getStartDate()).isEqualTo(left.getEndDate());
        assertThat(program.find("E1s1").getEnrolled()).isEqualTo(1);
    }

    @Test
    void whoCannotTakeTheSeatIsPassedOverAndKeepsThePlace() {
        enroll("E2s1", "s2");

        office.in(() -> registrations.expireStudent(id("E1s1"), "s1"));

        assertThat(enrolled("E1s1")).containsExactly("s3");
        assertThat(line()).containsExactly("s2", "s4");
    }

    @Test
    void whoGivesUpWhatStoodInTheWayGetsTheIdleSeatAtOnce() {
        List.of("s2", "s3", "s4").forEach(student -> enroll("E2s1", student));
        office.in(() -> registrations.expireStudent(id("E1s1"), "s1"));
        assertThat(enrolled("E1s1")).isEmpty();

        office.in(() -> registrations.expireStudent(id("E2s1"), "s3"));

        assertThat(enrolled("E1s1")).containsExactly("s3");
        assertThat(line()).containsExactly("s2", "s4");
    }

    @Test
    void aMoveFreesTheOldSeatForTheNext() {
        var seat = roster("E1s1").get(0).getId();

        office.in(() -> registrations.move(seat, "E3s1"));

        assertThat(enrolled("E1s1")).containsExactly("s2");
        assertThat(enrolled("E3s1")).containsExactly("s1");
    }

    @Test
    void moreSeatsInTheProgramGoToTheLine() {
        configure(ProgramSettings.DEFAULT.withCapacity(new BigDecimal("3"), 0));

        assertThat(enrolled("E1s1")).containsExactly("s1", "s2", "s3");
        assertThat(line()).containsExactly("s4");
    }

    @Test
    void anUndoPutsEverybodyBackIntoTheOldPlace() {
        office.in(() -> registrations.expireStudent(id("E1s1"), "s1"));
        var operation = office.in(() -> office.get(Operations.class).latest(0, 1)).get(0).operation().getId();

        var undone = office.in(() -> office.get(Reversals.class).undo(operation));

        assertThat(undone.left()).isEmpty();
        assertThat(enrolled("E1s1")).containsExactly("s1");
        assertThat(line()).containsExactly("s2", "s3", "s4");
    }

    @Test
    void anUndoThatFreesASeatGivesItToTheLine() {
        var operation = roster("E1s1").get(0).getStartedBy().getId();

        office.in(() -> office.get(Reversals.class).undo(operation));

        assertThat(enrolled("E1s1")).containsExactly("s2");
    }

    @Test
    void aPlaceInLineIsGivenOnceEvenAfterSomebodyLeft() {
        office.in(() -> registrations.expireStudent(id("E1s1"), "s4"));

        join("s5");

        assertThat(line()).containsExactly("s2", "s3", "s5");
        assertThat(lineRows().get(2).place()).contains(4);
    }

    @Test
    void theLineOfThePastIsStillThere() {
        var before = office.clock().instant();
        office.clock().tick();
        office.in(() -> registrations.expireStudent(id("E1s1"), "s1"));

        assertThat(office.in(() -> office.get(Waitlists.class).line(id("E1s1"), before, 0, 10)))
                .extracting(row -> row.getStudent().getUsername()).containsExactly("s2", "s3", "s4");
    }

    @Test
    void nobodyWaitsForASeatThatIsFreeOrTwice() {
        assertThat(refusal(() -> registrations.register(id("E3s1"), "s1", RegistrationType.WAITLIST))).containsExactly("SEATS_LEFT");
        assertThat(refusal(() -> registrations.register(id("E1s1"), "s2", RegistrationType.WAITLIST))).containsExactly("ALREADY_REGISTERED");
        assertThat(refusal(() -> registrations.register(id("E1s1"), "s1", RegistrationType.WAITLIST))).containsExactly("ALREADY_IN_CLASS");
    }

    @Test
    void nobodyOffersASeatByHand() {
        assertThatThrownBy(() -> office.in(() -> registrations.register(id("E3s1"), "s1", RegistrationType.OFFERED)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void anOfferIsNotMovedWhereItWouldNeverLapse() {
        var offer = offerToTheFirst();

        assertThat(refusal(() -> registrations.move(offer.getId(), "E3s1"))).containsExactly("ONLY_OFFERED");
    }

    @Test
    void anOfferKeepsTheSeatUntilItIsAccepted() {
        var offer = offerToTheFirst();

        assertThat(program.find("E1s1").getEnrolled()).isEqualTo(1);
        assertThat(refusal(() -> registrations.enroll(id("E1s1"), "s5"))).contains("SECTION_FULL");
        office.in(() -> office.get(Waitlists.class).accept(offer.getId()));

        assertThat(enrolled("E1s1")).containsExactly("s2");
        assertThat(program.find("E1s1").getEnrolled()).isEqualTo(1);
    }

    @Test
    void anOfferThatLapsesPassesTheSeatOn() {
        var offer = offerToTheFirst();
        office.clock().advance(Duration.ofMinutes(30));

        assertThat(refusal(() -> office.get(Waitlists.class).accept(offer.getId()))).containsExactly("OFFER_LAPSED");
        assertThat(office.in(() -> office.get(Offers.class).lapse())).isEqualTo(1);

        assertThat(office.in(() -> office.get(Rosters.class).roster(id("E1s1"), RegistrationType.OFFERED, office.clock().instant(), 0, 10)))
                .extracting(row -> row.getStudent().getUsername()).containsExactly("s3");
        assertThat(office.in(() -> office.get(Offers.class).lapse())).isZero();
    }

    @Test
    void anOfferThatIsDeclinedPassesTheSeatOn() {
        var offer = offerToTheFirst();

        office.in(() -> registrations.expire(offer.getId()));

        assertThat(office.in(() -> office.get(Rosters.class).roster(id("E1s1"), RegistrationType.OFFERED, office.clock().instant(), 0, 10)))
                .extracting(row -> row.getStudent().getUsername()).containsExactly("s3");
    }

    private StudentRegistration offerToTheFirst() {
        configure(ProgramSettings.DEFAULT.withOffersFor(30));
        office.in(() -> registrations.expireStudent(id("E1s1"), "s1"));
        return office.in(() -> office.get(Rosters.class).roster(id("E1s1"), RegistrationType.OFFERED, office.clock().instant(), 0, 10)).get(0);
    }

    private void configure(ProgramSettings settings) {
        office.in(() -> office.get(Programs.class).configure(CODE, settings));
    }

    private void enroll(String section, String student) {
        office.in(() -> registrations.enroll(id(section), student));
    }

    private void join(String student) {
        office.in(() -> registrations.register(id("E1s1"), student, RegistrationType.WAITLIST));
    }

    private List<StudentRegistration> roster(String section) {
        return office.in(() -> office.get(Rosters.class).roster(id(section), RegistrationType.ENROLLED, office.clock().instant(), 0, 10));
    }

    private List<String> enrolled(String section) {
        return roster(section).stream().map(row -> row.getStudent().getUsername()).toList();
    }

    private List<StudentRegistration> lineRows() {
        return office.in(() -> office.get(Waitlists.class).line(id("E1s1"), office.clock().instant(), 0, 10));
    }

    private List<String> line() {
        return lineRows().stream().map(row -> row.getStudent().getUsername()).toList();
    }

    private List<String> refusal(Callable<?> change) {
        try {
            office.in(change);
            return List.of();
        } catch (Refused e) {
            return e.reasons().stream().map(Reason::code).toList();
        }
    }
}
