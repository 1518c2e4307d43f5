package org.classreg.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.classreg.testing.SmallProgram.CODE;
import static org.classreg.testing.SmallProgram.id;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.classreg.catalog.ClassStatus;
import org.classreg.catalog.Program;
import org.classreg.catalog.Room;
import org.classreg.catalog.Timeslot;
import org.classreg.errors.NotFound;
import org.classreg.people.Person;
import org.classreg.people.Role;
import org.classreg.registration.Registrations;
import org.classreg.registration.StudentRegistration;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.classreg.testing.SmallProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A student's calendar tells each change under the same uid, at an address that can be taken back. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class CalendarsTest {

    private final Office office;
    private final SmallProgram program;
    private final Registrations registrations;
    private final Calendars calendars;
    private CalendarToken token;

    CalendarsTest(DatabaseKind kind) {
        office = Office.on(kind);
        program = new SmallProgram(office);
        registrations = office.get(Registrations.class);
        calendars = office.get(Calendars.class);
    }

    @BeforeEach
    void aStudentInASectionWithTwoMeetings() {
        program.students(2);
        program.section("E1s1", 5, "14:00-15:00", "15:00-16:00");
        program.section("E2s1", 5, "17:00-18:00");
        office.in(() -> registrations.register(id("E1s1"), "s1", "Enrolled"));
        token = open();
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void eachMeetingIsAnEventInTheProgramsZone() {
        var text = read().orElseThrow();

        assertThat(text.lines()).contains("BEGIN:VTIMEZONE", "TZID:America/New_York", "DTSTART;TZID=America/New_York:20260307T090000",
                "DTEND;TZID=America/New_York:20260307T100000", "SUMMARY:E1s1 Class E1", "STATUS:CONFIRMED", "SEQUENCE:0")
                .doesNotContain("METHOD:REQUEST");
        var calendar = Biweekly.parse(text).first();
        assertThat(calendar.validate(ICalVersion.V2_0).getWarnings()).isEmpty();
        assertThat(calendar.getEvents()).extracting(event -> event.getDateStart().getValue().toInstant())
                .containsExactly(Instant.parse("2026-03-07T14:00:00Z"), Instant.parse("2026-03-07T15:00:00Z"));
        assertThat(calendar.getEvents()).extracting(event -> event.getUid().getValue()).doesNotHaveDuplicates();
    }

    @Test
    void nothingChangesWhileNothingChanges() {
        var before = read();
        office.clock().tick();

        assertThat(read()).isEqualTo(before);
    }

    @Test
    void droppingCancelsAndEnrollingAgainConfirmsUnderTheSameUids() {
        var before = events();
        end("E1s1");
        var dropped = events();
        office.clock().tick();
        office.in(() -> registrations.register(id("E1s1"), "s1", "Enrolled"));
        var again = events();

        assertThat(dropped.keySet()).isEqualTo(before.keySet());
        assertThat(dropped.values()).allSatisfy(event -> assertThat(state(event)).isEqualTo("CANCELLED 1"));
        assertThat(again.keySet()).isEqualTo(before.keySet());
        assertThat(again.values()).allSatisfy(event -> assertThat(state(event)).isEqualTo("CONFIRMED 2"));
    }

    @Test
    void manyWhoReadAtOnceAreToldTheSame() throws Exception {
        var threads = Executors.newFixedThreadPool(6);
        try {
            for (int round = 0; round < 3; round++) {
                var read = threads.invokeAll(Collections.<Callable<Optional<String>>>nCopies(6, this::read));
                var texts = new HashSet<String>();
                for (var text : read) {
                    texts.add(text.get().orElseThrow());
                }
                assertThat(texts).hasSize(1);
                assertThat(texts.iterator().next()).contains("SEQUENCE:" + round).doesNotContain("SEQUENCE:" + (round + 1));
                office.clock().tick();
                program.change("E1s1", section -> section.getSubject().setTitle(section.getTitle() + "!"));
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aCancelledSectionIsCancelledInTheCalendar() {
        read();
        program.change("E1s1", section -> section.setStatus(ClassStatus.CANCELLED));

        assertThat(events().values()).allSatisfy(event -> assertThat(state(event)).isEqualTo("CANCELLED 1"));
    }

    @Test
    void aMeetingThatIsHeldAtAnotherTimeKeepsItsUidAndOneThatIsNotHeldIsCancelled() {
        var before = events().keySet();
        office.clock().tick();
        meet("E1s1", "2026-03-08T16:00:00Z");

        var after = events();
        assertThat(after.keySet()).isEqualTo(before);
        assertThat(after.values()).extracting(CalendarsTest::state).containsExactlyInAnyOrder("CONFIRMED 1", "CANCELLED 1");
        var text = read().orElseThrow();
        assertThat(text.lines()).as("behind the change of the clocks").contains("DTSTART;TZID=America/New_York:20260308T120000",
                "LOCATION:Hall\\, East", "BEGIN:DAYLIGHT", "BEGIN:STANDARD", "LAST-MODIFIED:20260301T120100Z");
    }

    @Test
    void whatWasDroppedBeforeTheCalendarWasReadIsNotInIt() {
        end("E1s1");
        office.in(() -> registrations.register(id("E2s1"), "s1", "Interested"));

        assertThat(events()).isEmpty();
        assertThat(read().orElseThrow()).startsWith("BEGIN:VCALENDAR");
    }

    @Test
    void aNewAddressEndsTheOldOneAndKeepsTheUids() {
        var before = events().keySet();
        var old = token;
        token = open();

        assertThat(events().keySet()).isEqualTo(before);
        assertThat(read(old)).isEmpty();
        office.in(() -> {
            calendars.close(CODE, "s1");
            calendars.close(CODE, "s1");
            return null;
        });
        assertThat(read()).isEmpty();
        assertThat(read(new CalendarToken(""))).isEmpty();
    }

    @Test
    void theTokenIsKeptAsAHashAlone() {
        List<?> kept = office.with(em -> em.createNativeQuery("select token_hash from calendar_feed").getResultList());

        assertThat(token.text()).hasSize(43);
        assertThat(kept.toString()).isEqualTo("[" + token.hash() + "]").doesNotContain(token.text());
    }

    @Test
    void onlyTheStudentAndStaffOpenAndCloseIt() {
        office.caller().is("s2", Role.STUDENT);
        assertThatThrownBy(this::open).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> office.in(() -> {
            calendars.close(CODE, "s1");
            return null;
        })).isInstanceOf(NotFound.class);
        office.caller().is("t1", Role.TEACHER);
        assertThatThrownBy(this::open).isInstanceOf(NotFound.class);
        office.caller().is("s1", Role.STUDENT);
        assertThat(open()).isNotEqualTo(token);
        assertThatThrownBy(() -> office.in(() -> calendars.open("nowhere", "s1"))).isInstanceOf(NotFound.class);
    }

    @Test
    void whoIsShutOutHasNoCalendar() {
        office.with(em -> {
            em.createNamedQuery(Person.BY_USERNAME, Person.class).setParameter("username", "s1").getSingleResult().setEnabled(false);
            return null;
        });

        assertThat(read()).isEmpty();
    }

    @Test
    void aProgramWhoseZoneHasNoClockChangesNeedsNone() {
        office.with(em -> {
            em.createNamedQuery(Program.BY_CODE, Program.class).setParameter("code", CODE).getSingleResult().schedule(null, null, ZoneId.of("Z"));
            return null;
        });

        assertThat(read().orElseThrow().lines()).contains("DTSTART:20260307T140000Z").doesNotContain("BEGIN:VTIMEZONE");
    }

    private CalendarToken open() {
        return office.in(() -> calendars.open(CODE, "s1"));
    }

    private Optional<String> read() {
        return read(token);
    }

    private Optional<String> read(CalendarToken which) {
        return office.in(() -> calendars.read(which));
    }

    private Map<String, VEvent> events() {
        ICalendar calendar = Biweekly.parse(read().orElseThrow()).first();
        return calendar.getEvents().stream().collect(Collectors.toMap(event -> event.getUid().getValue(), Function.identity()));
    }

    private static String state(VEvent event) {
        return event.getStatus().getValue() + " " + event.getSequence().getValue();
    }

    private void end(String section) {
        office.clock().tick();
        var active = office.with(em -> em.createNamedQuery(StudentRegistration.ACTIVE_IN_SECTION, StudentRegistration.class)
                .setParameter("section", program.find(section)).getResultList());
        active.forEach(registration -> office.in(() -> registrations.expire(registration.getId())));
    }

    private void meet(String section, String start) {
        var from = Instant.parse(start);
        program.change(section, changed -> {
            var slot = new Timeslot(changed.getProgram(), from, from.plusSeconds(3600), false);
            var room = new Room(changed.getProgram(), "Hall, East", 20);
            office.get(EntityManager.class).persist(slot);
            office.get(EntityManager.class).persist(room);
            changed.meet(Map.of(slot, Set.of(room)));
        });
    }
}
