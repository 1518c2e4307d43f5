package org.classreg.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractThrowableAssert;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.SectionId;
import org.classreg.errors.InvalidInput.Fault;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.NotFound;
import org.classreg.errors.Reason;
import org.classreg.errors.Refused;
import org.classreg.errors.Taken;
import org.classreg.operations.Operations;
import org.classreg.people.Person;
import org.classreg.people.Role;
import org.classreg.registration.RegistrationType;
import org.classreg.registration.Registrations;
import org.classreg.registration.Rosters;
import org.classreg.registration.SectionChanges.WantedMeeting;
import org.classreg.registration.SectionChanges;
import org.classreg.registration.Treatment;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A program is built by hand, changed, and taken down again as far as nobody is in it. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class CatalogEditsTest {

    private static final String CODE = "splash-2027";
    private static final Instant NINE = Instant.parse("2027-03-06T14:00:00Z");
    private static final Instant TEN = Instant.parse("2027-03-06T15:00:00Z");
    private static final Instant ELEVEN = Instant.parse("2027-03-06T16:00:00Z");

    private final Office office;
    private final Catalog catalog;
    private final ProgramEdits programs;
    private final CategoryEdits categories;
    private final ClassEdits classes;
    private final SectionEdits sections;
    private final TimeslotEdits timeslots;
    private final RoomEdits rooms;

    CatalogEditsTest(DatabaseKind kind) {
        office = Office.on(kind);
        catalog = office.get(Catalog.class);
        programs = office.get(ProgramEdits.class);
        categories = office.get(CategoryEdits.class);
        classes = office.get(ClassEdits.class);
        sections = office.get(SectionEdits.class);
        timeslots = office.get(TimeslotEdits.class);
        rooms = office.get(RoomEdits.class);
    }

    @BeforeEach
    void aProgramIsBuilt() {
        office.in(() -> programs.create(new ProgramEdits.Wanted(CODE, "Splash", "America/New_York", LocalDate.of(2027, 3, 6), null)));
        office.in(() -> categories.create(CODE, new CategoryEdits.Wanted("E", "Engineering")));
        office.in(() -> timeslots.create(CODE, new TimeslotEdits.Wanted(NINE, TEN, false)));
        office.in(() -> rooms.create(CODE, new RoomEdits.Wanted("10-250", 2)));
        office.in(() -> classes.create(CODE, aClass("E1234", null)));
        section("E1234", null, new WantedMeeting(NINE, TEN, List.of("10-250")));
        office.with(em -> {
            for (var username : List.of("s1", "s2", "s3")) {
                em.persist(new Person(username, "Student", username, Role.STUDENT));
            }
            return null;
        });
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void whatIsBuiltCanBeEnrolledInAtOnce() {
        var section = section("E1234s1");
        assertThat(section.getCapacity()).isEqualTo(2);
        assertThat(section.roomNames()).containsExactly("10-250");

        assertThat(enroll("E1234s1", "s1")).isTrue();
        assertThat(section("E1234", null).getCode()).isEqualTo("E1234s2");
        assertThat(office.in(() -> classes.create(CODE, aClass(null, 5))).getCode()).isEqualTo("E1235");
    }

    @Test
    void everyFaultIsToldAtOnceAndNothingIsWritten() {
        assertThat(faults(() -> programs.create(new ProgramEdits.Wanted("a b", " ", "Mars/Olympus", LocalDate.of(2027, 3, 6),
                LocalDate.of(2027, 3, 5))))).containsExactly("code", "title", "timeZone", "endsOn");
        assertThat(faults(() -> categories.create(CODE, new CategoryEdits.Wanted("E1", "")))).containsExactly("symbol", "title");
        assertThat(faults(() -> classes.create(CODE, new ClassEdits.Wanted("M1", null, "M", 9, 8, -1, "cancelled"))))
                .containsExactly("title", "gradeMax", "maxStudents", "category", "status");
        assertThat(faults(() -> classes.create(CODE, new ClassEdits.Wanted("F12", "Title", "E", 31, null, null, null))))
                .containsExactly("gradeMin", "code");
        assertThat(faults(() -> sections.create(CODE, new SectionEdits.Wanted("E1234", "E1234-1", 100_001, open(),
                List.of(new WantedMeeting(TEN, NINE, List.of("Nowhere"))))))).containsExactly("code", "maxStudents", "meetings[0].rooms", "meetings[0]");
        assertThat(faults(() -> timeslots.createAll(CODE, List.of(new TimeslotEdits.Wanted(NINE, NINE, null),
                new TimeslotEdits.Wanted(null, NINE, true))))).containsExactly("[0].end", "[0].lunch", "[1].start");
        assertThat(faults(() -> rooms.create(CODE, new RoomEdits.Wanted("a/b", -1)))).containsExactly("name", "seats");
        assertThat(faults(() -> rooms.create(CODE, new RoomEdits.Wanted("a\u0000b", 1)))).containsExactly("name");
        assertThat(office.in(() -> catalog.programs())).hasSize(1);
        assertThat(office.in(() -> catalog.timeslots(CODE))).hasSize(1);
    }

    @Test
    void aNameThatIsTakenIsRefusedByItsField() {
        taken("code", () -> programs.create(new ProgramEdits.Wanted(CODE, "Other", "UTC", null, null)));
        taken("symbol", () -> categories.create(CODE, new CategoryEdits.Wanted("E", "Other")));
        taken("code", () -> classes.create(CODE, aClass("E1234", null)));
        taken("code", () -> sections.create(CODE, new SectionEdits.Wanted("E1234", "E1234s1", null, open(), List.of())));
        taken("start", () -> timeslots.createAll(CODE, List.of(new TimeslotEdits.Wanted(TEN, ELEVEN, true),
                new TimeslotEdits.Wanted(NINE, TEN, true))));
        taken("name", () -> rooms.create(CODE, new RoomEdits.Wanted("10-250", 4)));
        assertThat(office.in(() -> catalog.timeslots(CODE))).hasSize(1);
    }

    @Test
    void whatIsReferredToIsNotDeletedAndTheReasonSaysByWhat() {
        assertThat(refusal(() -> classes.delete(CODE, "E1234", any()))).isEqualTo("E1234 has sections: E1234s1.");
        assertThat(refusal(() -> categories.delete(CODE, "E", any()))).isEqualTo("E has classes: E1234.");
        assertThat(refusal(() -> rooms.delete(CODE, "10-250", any()))).isEqualTo("10-250 has sections that meet in it: E1234s1.");
        assertThat(refusal(() -> timeslots.delete(CODE, timeslot(), any())))
                .isEqualTo("Sat 6 Mar 2027 09:00 to 10:00 has sections that meet in it: E1234s1.");
        var registrations = office.get(Registrations.class);
        var seat = office.in(() -> registrations.enroll(id("E1234s1"), "s1"));
        office.in(() -> registrations.expire(seat.getId()));
        assertThat(refusal(() -> sections.delete(id("E1234s1"), any()))).startsWith("E1234s1 has registrations, past ones included");
        assertThat(refusal(() -> programs.delete(CODE, any()))).isEqualTo(CODE + " has registrations, past ones included.");
    }

    @Test
    void whatNobodyRefersToIsDeletedFromTheInsideOut() {
        office.in(() -> office.get(SectionChanges.class).change(id("E1234s1"), new SectionChanges.Wanted(List.of(), new SectionChanges.Size(5)), Treatment.KEEP));
        done(() -> sections.delete(id("E1234s1"), any()));
        done(() -> classes.delete(CODE, "E1234", any()));
        done(() -> categories.delete(CODE, "E", any()));
        done(() -> rooms.delete(CODE, "10-250", any()));
        done(() -> timeslots.delete(CODE, timeslot(), any()));
        done(() -> programs.delete(CODE, any()));

        assertThatThrownBy(() -> office.in(() -> catalog.getProgram(CODE))).isInstanceOf(NotFound.class);
    }

    @Test
    void aProgramWithoutStudentsIsDeletedWithAllItHas() {
        done(() -> programs.delete(CODE, any()));

        assertThat(office.in(() -> catalog.programs())).isEmpty();
        assertThat(journal()).startsWith("deleteProgram");
    }

    @Test
    void aLargerRoomGivesItsSeatsToWhoWaitsAndASmallerOneTakesNobodyAway() {
        enroll("E1234s1", "s1");
        enroll("E1234s1", "s2");
        office.in(() -> office.get(Registrations.class).register(id("E1234s1"), "s3", RegistrationType.WAITLIST));

        done(() -> rooms.change(CODE, "10-250", new RoomEdits.Wanted("10-251", 3), any()));
        assertThat(roster("E1234s1")).containsExactly("s1", "s2", "s3");
        assertThat(journal()).startsWith("changeRoom 10-250: name, seats");

        done(() -> rooms.change(CODE, "10-251", new RoomEdits.Wanted("10-251", 1), any()));
        assertThat(section("E1234s1").getCapacity()).isEqualTo(1);
        assertThat(roster("E1234s1")).containsExactly("s1", "s2", "s3");
    }

    @Test
    void aClassThatAdmitsMoreLetsWhoWaitsIn() {
        done(() -> classes.change(CODE, "E1234", new ClassEdits.Wanted("E1234", "Bridges", "E", null, null, 1, "accepted"), any()));
        assertThat(section("E1234s1").getCapacity()).isEqualTo(1);
        enroll("E1234s1", "s1");
        office.in(() -> office.get(Registrations.class).register(id("E1234s1"), "s2", RegistrationType.WAITLIST));

        done(() -> classes.change(CODE, "E1234", new ClassEdits.Wanted(null, "Bridges", "E", null, null, null, "accepted"), any()));

        assertThat(roster("E1234s1")).containsExactly("s1", "s2");
        assertThat(journal()).startsWith("changeClass E1234: maxStudents");
    }

    @Test
    void aSectionThatOpensLetsWhoWaitsIn() {
        enroll("E1234s1", "s1");
        enroll("E1234s1", "s2");
        office.in(() -> office.get(Registrations.class).register(id("E1234s1"), "s3", RegistrationType.WAITLIST));
        done(() -> sections.change(id("E1234s1"), new SectionEdits.State("accepted", false), any()));
        done(() -> rooms.change(CODE, "10-250", new RoomEdits.Wanted("10-250", 3), any()));
        assertThat(roster("E1234s1")).containsExactly("s1", "s2");

        done(() -> sections.change(id("E1234s1"), new SectionEdits.State("accepted", true), any()));

        assertThat(roster("E1234s1")).containsExactly("s1", "s2", "s3");
    }

    @Test
    void whatWouldMoveOrThrowOutStudentsIsDoneWhereItIsShownFirst() {
        assertThat(refusal(() -> timeslots.change(CODE, timeslot(), new TimeslotEdits.Wanted(TEN, ELEVEN, false), any())))
                .contains("has sections that meet in it: E1234s1");
        assertThat(faults(() -> sections.change(id("E1234s1"), new SectionEdits.State("cancelled", true), any())))
                .containsExactly("status");
        assertThat(refusal(() -> classes.change(CODE, "E1234",
                new ClassEdits.Wanted("E1234", "Bridges", "E", null, null, null, "cancelled"), any())))
                .isEqualTo("Cancel its sections first: E1234s1.");
        done(() -> timeslots.change(CODE, timeslot(), new TimeslotEdits.Wanted(NINE, TEN, true), any()));
        assertThat(office.in(() -> catalog.getProgram(CODE).lunches())).hasSize(1);
    }

    @Test
    void whoHasSeenAnotherStateChangesNothing() {
        Consumer<Object> stale = present -> {
            throw new Refused("STALE", "Read it again.");
        };
        for (var act : List.<Runnable>of(
                () -> programs.change(CODE, new ProgramEdits.Wanted(CODE, "Other", "UTC", null, null), stale::accept),
                () -> categories.change(CODE, "E", new CategoryEdits.Wanted("E", "Other"), stale::accept),
                () -> classes.change(CODE, "E1234", new ClassEdits.Wanted("E1234", "Bridges", "E", null, null, 7, "accepted"), stale::accept),
                () -> sections.change(id("E1234s1"), new SectionEdits.State("rejected", false), stale::accept),
                () -> timeslots.change(CODE, timeslot(), new TimeslotEdits.Wanted(NINE, TEN, true), stale::accept),
                () -> rooms.change(CODE, "10-250", new RoomEdits.Wanted("10-250", 9), stale::accept))) {
            assertThat(refusal(act)).isEqualTo("Read it again.");
        }
        assertThat(section("E1234s1").getCapacity()).isEqualTo(2);
    }

    @Test
    void theJournalSaysWhoBuiltWhat() {
        var kinds = office.in(() -> office.get(Operations.class).latest(0, 10)).stream().map(entry -> entry.operation().getKind()).toList();

        assertThat(kinds).containsExactly("createSection", "createClass", "createRoom", "createTimeslots", "createCategory", "createProgram");
        done(() -> programs.change(CODE, new ProgramEdits.Wanted(CODE, "Splash", "America/New_York", LocalDate.of(2027, 3, 6), null), any()));
        assertThat(journal()).as("what changes nothing is no change").startsWith("createSection E1234s1");
    }

    private ClassEdits.Wanted aClass(String code, Integer maxStudents) {
        return new ClassEdits.Wanted(code, "Bridges", "E", null, null, maxStudents, null);
    }

    private static SectionEdits.State open() {
        return new SectionEdits.State("accepted", true);
    }

    private ClassSection section(String subject, Integer maxStudents, WantedMeeting... meetings) {
        return office.in(() -> sections.create(CODE, new SectionEdits.Wanted(subject, null, maxStudents, open(), List.of(meetings))));
    }

    private ClassSection section(String code) {
        return office.in(() -> catalog.getSection(id(code)));
    }

    private long timeslot() {
        return catalog.timeslots(CODE).get(0).getId();
    }

    private static SectionId id(String section) {
        return new SectionId(CODE, section);
    }

    private boolean enroll(String section, String student) {
        office.clock().tick();
        return office.in(() -> office.get(Registrations.class).enroll(id(section), student)).getId() > 0;
    }

    private List<String> roster(String section) {
        return office.in(() -> office.get(Rosters.class).roster(id(section), RegistrationType.ENROLLED, office.clock().instant(), 0, 10)).stream()
                .map(row -> row.getStudent().getUsername()).toList();
    }

    private String journal() {
        var latest = office.in(() -> office.get(Operations.class).latest(0, 1)).get(0).operation();
        return latest.getKind() + " " + latest.getAbout();
    }

    private void done(Runnable act) {
        office.clock().tick();
        office.in(() -> {
            act.run();
            return true;
        });
    }

    private static <T> Consumer<T> any() {
        return present -> { };
    }

    private AbstractThrowableAssert<?, ?> failing(Callable<?> act) {
        return assertThatThrownBy(() -> office.in(act));
    }

    private List<String> faults(Callable<?> act) {
        var fields = new java.util.ArrayList<String>();
        failing(act).isInstanceOfSatisfying(InvalidInput.class, invalid -> invalid.faults().stream().map(Fault::field).forEach(fields::add));
        return fields;
    }

    private void taken(String field, Callable<?> act) {
        failing(act).isInstanceOfSatisfying(Taken.class, taken -> assertThat(taken.fault().field()).isEqualTo(field));
    }

    private String refusal(Runnable act) {
        var message = new StringBuilder();
        failing(() -> {
            act.run();
            return true;
        }).isInstanceOfSatisfying(Refused.class, refused -> refused.reasons().stream().map(Reason::message).forEach(message::append));
        return message.toString();
    }
}
