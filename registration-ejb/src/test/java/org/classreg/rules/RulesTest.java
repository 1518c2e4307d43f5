package org.classreg.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.classreg.catalog.ClassCategory;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.ClassStatus;
import org.classreg.catalog.ClassSubject;
import org.classreg.catalog.Program;
import org.classreg.catalog.Timeslot;
import org.classreg.errors.Reason;
import org.classreg.people.Person;
import org.classreg.people.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Program program = new Program("spring", "Spring", ZoneId.of("UTC"));
    private final ClassCategory category = new ClassCategory(program, "E", "Everything");
    private final Person student = new Person("ada", "Ada", "Lovelace", Role.STUDENT);
    private final List<ClassSection> schedule = new ArrayList<>();

    @Test
    void aStudentWithAnEmptyScheduleMayTakeAnOpenSection() {
        assertThat(codes(section("E1s1", "09:00-10:00"))).isEmpty();
    }

    @Test
    void onlyStudentsTakeSeats() {
        var teacher = new Person("grace", "Grace", "Hopper", Role.TEACHER);

        assertThat(Rules.SEAT.objections(new Addition(teacher, section("E1s1", "09:00-10:00"), schedule, NOW, cap -> 0)))
                .containsExactly(new Reason("NOT_A_STUDENT", "Grace Hopper is not a student."));
    }

    @ParameterizedTest
    @CsvSource({"UNREVIEWED,CLASS_NOT_ACCEPTED", "REJECTED,CLASS_NOT_ACCEPTED", "CANCELLED,SECTION_CANCELLED"})
    void whatIsNotAcceptedOrIsCancelledIsRefusedBeItTheSectionOrItsClass(ClassStatus status, String code) {
        var section = section("E1s1", "09:00-10:00");
        section.setStatus(status);
        assertThat(codes(section)).containsExactly(code);

        section.setStatus(ClassStatus.ACCEPTED);
        section.getSubject().setStatus(status);
        assertThat(codes(section)).containsExactly(code);
    }

    @Test
    void aSectionCanBeClosedWhileItHasSeats() {
        var section = section("E1s1", "09:00-10:00");
        section.setRegistrationOpen(false);

        assertThat(codes(section)).containsExactly("REGISTRATION_CLOSED");
    }

    @Test
    void aFullSectionIsRefusedWithTheNumberOfItsSeats() {
        var section = section("E1s1", "09:00-10:00");
        section.limitStudents(1);
        section.takeSeat();

        assertThat(objections(section)).containsExactly(new Reason("SECTION_FULL", "E1s1 is full: all 1 seats are taken."));
    }

    @ParameterizedTest
    @CsvSource({"8,9,12,true", "9,9,12,false", "12,9,12,false", "13,9,12,true", "8,9,,true", "99,9,,false", "1,,9,false", "10,,9,true",
        ",9,12,true", ",,,false"})
    void theGradeIsInTheRangeOfTheClassBothEndsIncluded(Integer grade, Integer min, Integer max, boolean refused) {
        var section = section("E1s1", "09:00-10:00");
        section.getSubject().admitGrades(min, max);
        student.setGrade(grade);

        assertThat(codes(section)).isEqualTo(refused ? List.of("GRADE_OUT_OF_RANGE") : List.of());
    }

    @ParameterizedTest
    @CsvSource({"09:00-10:00,true", "08:00-09:01,true", "09:59-11:00,true", "09:15-09:45,true", "08:00-11:00,true",
        "08:00-09:00,false", "10:00-11:00,false"})
    void meetingsThatShareAMinuteConflictAndThoseThatTouchDoNot(String meeting, boolean refused) {
        schedule.add(section("E1s1", "09:00-10:00"));

        assertThat(codes(section("E2s1", meeting))).isEqualTo(refused ? List.of("SCHEDULE_CONFLICT") : List.of());
    }

    @Test
    void aConflictNamesEverySectionInTheWay() {
        schedule.add(section("E3s1", "09:00-10:00"));
        schedule.add(section("E2s1", "10:00-11:00"));

        assertThat(objections(section("E1s1", "09:30-10:30")))
                .containsExactly(new Reason("SCHEDULE_CONFLICT", "E1s1 meets at the same time as E2s1, E3s1."));
    }

    @Test
    void aClassIsTakenOnceAndItsOwnSectionsAreNoScheduleConflict() {
        var first = section("E1s1", "09:00-10:00");
        schedule.add(first);
        var second = new ClassSection(first.getSubject(), "E1s2");
        second.meet(Map.of(slot("09:00-10:00"), Set.of()));
        second.limitStudents(5);

        assertThat(codes(second)).containsExactly("ALREADY_IN_CLASS");
        assertThat(codes(first)).containsExactly("ALREADY_IN_CLASS");
    }

    @Test
    void aSectionWithoutAMeetingIsNotTakenYet() {
        assertThat(codes(section("E1s1"))).containsExactly("NOT_SCHEDULED");
    }

    @Test
    void aStudentTakesNoMoreSectionsThanTheStudentWants() {
        student.setMaxSections(1);
        assertThat(codes(section("E1s1", "09:00-10:00"))).isEmpty();

        schedule.add(section("E2s1", "11:00-12:00"));
        assertThat(objections(section("E1s1", "09:00-10:00")))
                .containsExactly(new Reason("TOO_MANY_SECTIONS", "Ada Lovelace wants no more than 1 and has 1."));
    }

    @ParameterizedTest
    @CsvSource({
        "12:00-13:00,true", "12:30-12:40,true",
        "10:00-11:00,false", "14:00-15:00,false"})
    void withClassesBeforeAndAfterLunchOneLunchSlotStaysFree(String meeting, boolean refused) {
        lunches("11:00-12:00", "12:00-13:00");
        schedule.add(section("E2s1", "09:00-10:00"));
        schedule.add(section("E3s1", "11:00-12:00"));
        schedule.add(section("E4s1", "13:00-14:00"));

        assertThat(codes(section("E1s1", meeting))).isEqualTo(refused ? List.of("LUNCH_NEEDED") : List.of());
    }

    @Test
    void whoComesOnlyForOneSideOfLunchMayFillIt() {
        lunches("11:00-12:00", "12:00-13:00");
        schedule.add(section("E2s1", "11:00-12:00"));
        schedule.add(section("E3s1", "13:00-14:00"));

        assertThat(codes(section("E1s1", "12:00-13:00"))).isEmpty();
    }

    @Test
    void aSectionOnAnotherDayLeavesLunchAlone() {
        lunches("11:00-12:00");
        schedule.add(section("E2s1", "09:00-10:00"));
        schedule.add(section("E4s1", "13:00-14:00"));
        var tomorrow = section("E1s1");
        var start = Instant.parse("2026-03-08T11:00:00Z");
        tomorrow.meet(Map.of(new Timeslot(program, start, start.plusSeconds(3600), false), Set.of()));

        assertThat(codes(tomorrow)).isEmpty();
        assertThat(codes(section("E1s2", "11:00-12:00"))).containsExactly("LUNCH_NEEDED");
    }

    @Test
    void aWishMayBeForAFullOrClosedSectionButNotForACancelledOne() {
        var section = section("E1s1", "09:00-10:00");
        section.limitStudents(0);
        section.setRegistrationOpen(false);
        assertThat(Rules.PREFERENCE.objections(new Addition(student, section, schedule, NOW, cap -> 0))).isEmpty();

        section.setStatus(ClassStatus.CANCELLED);
        assertThat(Rules.PREFERENCE.objections(new Addition(student, section, schedule, NOW, cap -> 0)))
                .extracting(Reason::code).containsExactly("SECTION_CANCELLED");
    }

    private List<Reason> objections(ClassSection section) {
        return Rules.SEAT.objections(new Addition(student, section, schedule, NOW, cap -> 0));
    }

    private List<String> codes(ClassSection section) {
        return objections(section).stream().map(Reason::code).toList();
    }

    private void lunches(String... slots) {
        for (var slot : slots) {
            program.add(new Timeslot(program, start(slot), end(slot), true));
        }
    }

    private ClassSection section(String code, String... meetings) {
        var subject = new ClassSubject(category, program, code.substring(0, code.indexOf('s')), "Class " + code);
        var section = new ClassSection(subject, code);
        section.meet(Arrays.stream(meetings).collect(Collectors.toMap(this::slot, meeting -> Set.of())));
        section.limitStudents(5);
        return section;
    }

    private Timeslot slot(String meeting) {
        return new Timeslot(program, start(meeting), end(meeting), false);
    }

    private static Instant start(String meeting) {
        return Instant.parse("2026-03-07T" + meeting.substring(0, 5) + ":00Z");
    }

    private static Instant end(String meeting) {
        return Instant.parse("2026-03-07T" + meeting.substring(6) + ":00Z");
    }
}
