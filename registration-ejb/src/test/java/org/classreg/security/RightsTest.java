package org.classreg.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.classreg.testing.SmallProgram.CODE;
import static org.classreg.testing.SmallProgram.id;

import jakarta.ejb.EJBAccessException;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.classreg.catalog.Program;
import org.classreg.catalog.ProgramSettings;
import org.classreg.errors.Forbidden;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.NotFound;
import org.classreg.errors.Refused;
import org.classreg.exchange.Calendars;
import org.classreg.exchange.Coverage;
import org.classreg.exchange.CsvFiles;
import org.classreg.exchange.Exports;
import org.classreg.exchange.Imports;
import org.classreg.exchange.Prints;
import org.classreg.exchange.Progress;
import org.classreg.exchange.Sheets;
import org.classreg.lottery.Lotteries;
import org.classreg.lottery.LotteryRuns;
import org.classreg.operations.Operations;
import org.classreg.people.Role;
import org.classreg.registration.Batches;
import org.classreg.registration.CheckIns;
import org.classreg.registration.Enrollments;
import org.classreg.registration.Interests;
import org.classreg.registration.Missing;
import org.classreg.registration.OverrideKind;
import org.classreg.registration.Preferences;
import org.classreg.registration.Programs;
import org.classreg.registration.RegistrationType;
import org.classreg.registration.Registrations;
import org.classreg.registration.Reversals;
import org.classreg.registration.Rosters;
import org.classreg.registration.RuleOverride;
import org.classreg.registration.Schedules;
import org.classreg.registration.SectionChanges;
import org.classreg.registration.StudentOverrides;
import org.classreg.registration.Students;
import org.classreg.registration.Treatment;
import org.classreg.registration.Waitlists;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.classreg.testing.SmallProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The boundaries themselves refuse whoever has no right, without any web layer before them. */
class RightsTest {

    private static final List<String> LOTTERY = List.of("Priority/1");

    private final Office office = Office.on(DatabaseKind.H2);
    private final SmallProgram program = new SmallProgram(office);
    private final Instant now = office.clock().instant();

    private ProgramSettings settings;
    private long registration;
    private long operation;

    @BeforeEach
    void twoProgramsAndPeopleWithRightsInOne() {
        office.with(em -> {
            em.persist(new Program("other", "Other Program", ZoneId.of("UTC")));
            return null;
        });
        program.students(2);
        program.section("E1s1", 5, "09:00-10:00");
        program.section("E1s2", 5, "10:00-11:00");
        List.of("staff", "volunteer", "teacher", "stranger").forEach(name -> program.person(name, null));
        program.grant("staff", Role.STAFF);
        program.grant("volunteer", Role.VOLUNTEER);
        program.teach("teacher", "E1s1");
        settings = office.in(() -> office.get(Programs.class).settings(CODE));
        registration = office.in(() -> office.get(Registrations.class).enroll(id("E1s1"), "s2")).getId();
        operation = office.in(() -> office.get(Operations.class).latest(0, 1)).get(0).operation().getId();
    }

    @AfterEach
    void close() {
        office.close();
    }

    /** What the staff of a program may do in it. */
    private Map<String, Callable<?>> ofStaff() {
        Map<String, Callable<?>> calls = new LinkedHashMap<>();
        calls.put("settings", () -> office.get(Programs.class).settings(CODE));
        calls.put("configure", () -> office.get(Programs.class).configure(CODE, settings));
        calls.put("override rules", () -> office.get(Registrations.class).registerAnyway(id("E1s2"), "s1", RegistrationType.ENROLLED,
                new RuleOverride(Set.of("SECTION_FULL"), "Why not")));
        calls.put("end a section", () -> office.get(Registrations.class).expireSection(id("E1s2")));
        calls.put("batch", () -> office.get(Batches.class).register(CODE, List.of()));
        calls.put("preview a change", () -> office.get(SectionChanges.class).preview(id("E1s2"), new SectionChanges.Wanted(null, new SectionChanges.Size(3))));
        calls.put("change a section", () -> office.get(SectionChanges.class).change(id("E1s2"), new SectionChanges.Wanted(null, new SectionChanges.Size(3)), Treatment.KEEP));
        calls.put("cancel a section", () -> office.get(SectionChanges.class).cancel(id("E1s2"), false, null));
        calls.put("missing", () -> office.get(Missing.class).preview(CODE, now));
        calls.put("unenroll missing", () -> office.get(Missing.class).unenroll(CODE, now.minusSeconds(1), null));
        calls.put("grant an override", () -> office.get(StudentOverrides.class).grant(CODE, "s1",
                new StudentOverrides.Grant(OverrideKind.FULL, null, null, null, null, "Why not")));
        calls.put("differences", () -> office.get(Rosters.class).difference(CODE, RegistrationType.ENROLLED, now, now));
        calls.put("convert", () -> office.get(Lotteries.class).convert(CODE, Optional.empty(), LOTTERY));
        calls.put("history sheet", () -> office.get(Sheets.class).history(CODE, now, 0, 10));
        calls.put("all rosters", () -> office.get(Prints.class).rosters(CODE, now));
        calls.put("export", () -> office.get(Exports.class).oneRoster(CODE, Coverage.REGISTERED, now));
        calls.put("import preferences", () -> office.get(Imports.class).importPreferences(CODE, preferences(), new Progress()));
        calls.put("preview preferences", () -> office.get(Imports.class).previewPreferences(CODE, preferences(), new Progress()));
        calls.put("roles", () -> office.get(ProgramRoles.class).of(CODE));
        calls.put("grant volunteers", () -> office.get(ProgramRoles.class).grant(CODE, "s1", Role.VOLUNTEER));
        calls.put("revoke volunteers", () -> nothing(() -> office.get(ProgramRoles.class).revoke(CODE, "s1", Role.VOLUNTEER)));
        calls.put("name teachers", () -> office.get(SectionTeachers.class).replace(id("E1s2"), List.of("teacher"), present -> { }));
        calls.put("journal", () -> office.get(Operations.class).latest(0, 1));
        return calls;
    }

    private Map<String, Callable<?>> ofTeachers(String section) {
        Map<String, Callable<?>> calls = new LinkedHashMap<>();
        calls.put("roster", () -> office.get(Rosters.class).roster(id(section), RegistrationType.ENROLLED, now, 0, 10));
        calls.put("count", () -> office.get(Rosters.class).count(id(section), RegistrationType.ENROLLED, now));
        calls.put("attendance", () -> office.get(Rosters.class).attendance(id(section), now));
        calls.put("waitlist", () -> office.get(Waitlists.class).line(id(section), now, 0, 10));
        calls.put("mark", () -> office.get(Batches.class).markAttendance(id(section), List.of()));
        calls.put("roster sheet", () -> office.get(Sheets.class).roster(id(section), RegistrationType.ENROLLED, now));
        calls.put("roster print", () -> office.get(Prints.class).roster(id(section), now));
        calls.put("teachers", () -> office.get(SectionTeachers.class).of(id(section)));
        return calls;
    }

    private Map<String, Callable<?>> ofVolunteers() {
        Map<String, Callable<?>> calls = new LinkedHashMap<>();
        calls.put("present", () -> office.get(CheckIns.class).present(CODE, now, 0, 10));
        calls.put("check in", () -> office.get(CheckIns.class).checkIn(CODE, "s1"));
        calls.put("check out", () -> office.get(CheckIns.class).checkOut(CODE, "s1"));
        calls.put("walk in", () -> office.get(Batches.class).walkIn(id("E1s2"), "s1", Optional.empty()));
        calls.put("check-in list", () -> office.get(Sheets.class).checkInList(CODE, now));
        calls.put("search", () -> office.get(Students.class).search(CODE, "s", 10));
        return calls;
    }

    /** What the student and the staff of the program may do; for others there is no such student. */
    private Map<String, Callable<?>> ofStudent(String student) {
        Map<String, Callable<?>> calls = new LinkedHashMap<>();
        calls.put("enroll", () -> office.get(Registrations.class).enroll(id("E1s2"), student));
        calls.put("enroll in class", () -> office.get(Enrollments.class).enrollInClass(CODE, "E1", student));
        calls.put("swap", () -> office.get(Enrollments.class).swapInto(id("E1s1"), student));
        calls.put("expire", () -> office.get(Registrations.class).expireStudent(id("E1s2"), student));
        calls.put("eligibility", () -> office.get(Registrations.class).eligibility(id("E1s2"), student));
        calls.put("schedule", () -> office.get(Schedules.class).schedule(CODE, student, now));
        calls.put("history", () -> office.get(Schedules.class).history(CODE, student, 0, 10));
        calls.put("overlapping", () -> office.get(Schedules.class).overlapping(id("E1s2"), student, now));
        calls.put("print", () -> office.get(Prints.class).schedule(CODE, student, now));
        calls.put("preferences", () -> office.get(Preferences.class).of(CODE, student));
        calls.put("rank", () -> office.get(Preferences.class).rank(CODE, student, List.of()));
        calls.put("interests", () -> office.get(Interests.class).of(CODE, student));
        calls.put("express", () -> office.get(Interests.class).express(CODE, "E1", student));
        calls.put("withdraw", () -> nothing(() -> office.get(Interests.class).withdraw(CODE, "E1", student)));
        calls.put("overrides", () -> office.get(StudentOverrides.class).of(CODE, student));
        calls.put("open calendar", () -> office.get(Calendars.class).open(CODE, student));
        calls.put("close calendar", () -> nothing(() -> office.get(Calendars.class).close(CODE, student)));
        return calls;
    }

    @Test
    void staffDoAllInTheirProgram() {
        office.caller().is("staff", Role.STAFF);

        Stream.of(ofStaff(), ofTeachers("E1s1"), ofTeachers("E1s2"), ofVolunteers(), ofStudent("s1")).forEach(this::assertAllowed);
        assertThat(office.in(() -> office.get(Registrations.class).get(registration)).getId()).isEqualTo(registration);
        assertThat(office.in(() -> office.get(Reversals.class).undo(operation)).ended()).hasSize(1);
    }

    @Test
    void whoIsStaffElsewhereDoesNothingHere() {
        grantInOther("stranger", Role.STAFF);
        office.caller().is("stranger", Role.STAFF);
        var others = ofStaff();
        others.remove("journal");

        Stream.of(others, ofTeachers("E1s1"), ofVolunteers()).forEach(this::assertRefused);
        assertUnknown(ofStudent("s1"), "s1");
        assertThat(office.in(() -> office.get(Operations.class).latest(0, 10))).extracting(entry -> entry.operation().getKind()).containsExactly("grantRole");
        assertThatThrownBy(() -> office.in(() -> office.get(Operations.class).get(operation))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> office.in(() -> office.get(Reversals.class).preview(operation))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> office.in(() -> office.get(Reversals.class).undo(operation))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> office.in(() -> office.get(Registrations.class).get(registration))).isInstanceOf(NotFound.class);
    }

    @Test
    void teachersHaveTheirOwnSectionsAndNoOthers() {
        office.caller().is("teacher", Role.TEACHER);

        assertAllowed(ofTeachers("E1s1"));
        Stream.of(ofTeachers("E1s2"), ofStaff(), ofVolunteers()).forEach(this::assertRefused);
        assertUnknown(ofStudent("s2"), "s2");
        assertThat(office.in(() -> office.get(SectionTeachers.class).ownSections(CODE))).containsExactly("E1s1");
        var marked = office.in(() -> office.get(Batches.class).markAttendance(id("E1s1"),
                List.of(new Batches.Mark("s2", true), new Batches.Mark("s1", true), new Batches.Mark("nobody", true))));
        assertThat(marked).extracting(line -> line.reasons().isEmpty()).containsExactly(true, false, false);
        assertThat(marked.get(1).reasons()).as("a student of no own section is nobody").extracting("message")
                .containsExactly("There is no person \"s1\".");
    }

    @Test
    void volunteersCheckInAndOverrideNothing() {
        office.caller().is("volunteer", Role.VOLUNTEER);

        assertAllowed(ofVolunteers());
        Stream.of(ofTeachers("E1s1"), ofStaff()).forEach(this::assertRefused);
        assertUnknown(ofStudent("s1"), "s1");
        assertThatThrownBy(() -> office.in(() -> office.get(Batches.class).walkIn(id("E1s1"), "s1",
                Optional.of(new RuleOverride(Set.of("SECTION_FULL"), "Why not"))))).isInstanceOf(Forbidden.class);
    }

    @Test
    void studentsHaveTheirOwnDataAndOthersAreNobody() {
        office.caller().is("s1", Role.STUDENT);

        assertAllowed(ofStudent("s1"));
        assertUnknown(ofStudent("s2"), "s2");
        assertUnknown(ofStudent("nobody"), "nobody");
        Stream.of(ofStaff(), ofTeachers("E1s1"), ofVolunteers()).forEach(this::assertRefused);
    }

    @Test
    void whoHasNoRoleAtAllDoesNothing() {
        office.caller().is("stranger");

        Stream.of(ofStaff(), ofTeachers("E1s1"), ofVolunteers()).forEach(this::assertRefused);
        assertUnknown(ofStudent("s1"), "s1");
    }

    @Test
    void staffFindTheStudentsOfTheirProgramByNameAndOthersByTheWholeUsername() {
        office.caller().is("staff", Role.STAFF);

        assertThat(found("Student")).as("s1 has never been in the program").containsExactly("s2");
        assertThat(found("s1")).containsExactly("s1");
        assertThat(found("staff")).as("no student").isEmpty();
        office.caller().is("admin", Role.ADMIN);
        assertThat(found("Student")).containsExactly("s1", "s2");
    }

    private List<String> found(String text) {
        return office.in(() -> office.get(Students.class).search(CODE, text, 10)).stream().map(person -> person.getUsername()).toList();
    }

    @Test
    void onlyAdministratorsNameStaffAndNobodyNamesAdministratorsHere() {
        var roles = office.get(ProgramRoles.class);
        office.caller().is("staff", Role.STAFF);
        assertThatThrownBy(() -> office.in(() -> roles.grant(CODE, "s1", Role.STAFF))).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> office.in(() -> nothing(() -> roles.revoke(CODE, "staff", Role.STAFF)))).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> office.in(() -> office.get(Exports.class).oneRoster(CODE, Coverage.ALL, now))).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> office.in(() -> office.get(Imports.class).importOneRoster(preferences(), new Progress())))
                .isInstanceOf(EJBAccessException.class);

        office.caller().is("admin", Role.ADMIN);
        assertThatThrownBy(() -> office.in(() -> roles.grant(CODE, "s1", Role.ADMIN))).isInstanceOf(InvalidInput.class);
        var grant = office.in(() -> roles.grant(CODE, "stranger", Role.STAFF));
        assertThat(grant.getGrantedBy()).isEqualTo("admin");
        assertThat(office.in(() -> roles.grant(CODE, "stranger", Role.STAFF)).getGrantedAt()).as("once").isEqualTo(grant.getGrantedAt());
        assertThat(office.in(() -> roles.of(CODE))).extracting(role -> role.getPerson().getUsername())
                .containsExactly("staff", "stranger", "volunteer");
        office.in(() -> nothing(() -> roles.revoke(CODE, "stranger", Role.STAFF)));
        assertThat(office.in(() -> roles.of(CODE))).hasSize(2);
    }

    @Test
    void theTeachersOfASectionAreReplacedAsAWholeAndBecomeTeachers() {
        var teachers = office.get(SectionTeachers.class);

        var named = office.in(() -> teachers.replace(id("E1s1"), List.of("stranger", "staff", "staff"), present -> { }));
        assertThat(named).extracting(teacher -> teacher.getPerson().getUsername()).containsExactly("staff", "stranger");
        assertThat(office.in(() -> office.get(RoleNames.class).of(named.get(1).getPerson()))).containsExactly("teacher");
        office.caller().is("teacher", Role.TEACHER);
        assertRefused(ofTeachers("E1s1"));
        office.caller().is("admin", Role.ADMIN);
        assertThatThrownBy(() -> office.in(() -> teachers.replace(id("E1s1"), List.of("teacher", "nobody"), present -> { })))
                .isInstanceOf(InvalidInput.class).hasMessageContaining("nobody");
        assertThat(office.in(() -> teachers.of(id("E1s1")))).as("all or nothing").hasSize(2);
    }

    @Test
    void runsOfTheLotteryAreForTheStaffOfTheProgram() {
        office.caller().is("staff", Role.STAFF);
        assertThat(office.in(() -> office.get(LotteryRuns.class).of(CODE))).isEmpty();
        for (var role : List.of(Role.TEACHER, Role.VOLUNTEER, Role.STUDENT)) {
            office.caller().is(role.roleName(), role);
            assertThatThrownBy(() -> office.in(() -> office.get(LotteryRuns.class).publish(CODE, 1))).isInstanceOf(EJBAccessException.class);
            assertThatThrownBy(() -> office.in(() -> office.get(LotteryRuns.class).stop(CODE, 1))).isInstanceOf(EJBAccessException.class);
        }
    }

    private void grantInOther(String username, Role role) {
        office.in(() -> office.get(ProgramRoles.class).grant("other", username, role));
    }

    private static CsvFiles preferences() {
        return CsvFiles.ofFile("preferences.csv", new ByteArrayInputStream("userSourcedId,classSourcedId,type\n".getBytes()));
    }

    private void assertAllowed(Map<String, Callable<?>> calls) {
        calls.forEach((name, call) -> {
            try {
                office.in(call);
            } catch (Refused byRules) {
                assertThat(byRules.reasons()).as(name).isNotEmpty();
            }
        });
    }

    private void assertRefused(Map<String, Callable<?>> calls) {
        calls.forEach((name, call) -> assertThatThrownBy(() -> office.in(call)).as(name)
                .isInstanceOfAny(Forbidden.class, EJBAccessException.class));
    }

    private void assertUnknown(Map<String, Callable<?>> calls, String student) {
        calls.forEach((name, call) -> assertThatThrownBy(() -> office.in(call)).as(name)
                .isInstanceOf(NotFound.class).hasMessage("There is no person \"" + student + "\"."));
    }

    private static Object nothing(Runnable work) {
        work.run();
        return null;
    }
}
