package org.classreg.setup;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.ClassStatus;
import org.classreg.catalog.ClassSubject;
import org.classreg.catalog.Meeting;
import org.classreg.catalog.Room;
import org.classreg.catalog.SectionId;
import org.classreg.catalog.Timeslot;
import org.classreg.operations.Operation;
import org.classreg.people.Person;
import org.classreg.people.Role;
import org.classreg.security.ProgramRole;
import org.classreg.security.SectionTeacher;
import org.classreg.registration.RegistrationType;
import org.classreg.registration.Rosters;
import org.classreg.registration.Schedules;
import org.classreg.registration.StudentRegistration;
import org.classreg.registration.StudentSubjectInterest;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(DatabaseKind.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleProgramTest {

    @Parameter
    private DatabaseKind kind;

    private Office office;
    private Instant now;
    private List<Person> people;
    private List<Person> students;
    private List<Operation> operations;
    private List<ClassSection> sections;
    private List<StudentRegistration> registrations;
    private List<StudentRegistration> enrollments;
    private List<StudentSubjectInterest> interests;

    @BeforeParameterizedClassInvocation
    void theSampleProgram() {
        office = Office.on(kind);
        now = office.clock().instant();
        create(office);
        office.with(em -> {
            people = all(em, Person.class);
            operations = all(em, Operation.class);
            sections = sections(em);
            registrations = all(em, StudentRegistration.class);
            interests = all(em, StudentSubjectInterest.class);
            return null;
        });
        students = people.stream().filter(person -> person.is(Role.STUDENT)).toList();
        enrollments = registrations.stream().filter(row -> row.getType().takesSeat()).toList();
    }

    @AfterParameterizedClassInvocation
    void close() {
        office.close();
    }

    @Test
    void itIsAWeekendAboutFourWeeksAhead() {
        var program = office.in(() -> office.get(Catalog.class).getProgram(SampleProgram.CODE));
        var timeslots = all(Timeslot.class);

        assertThat(program.getStartsOn().getDayOfWeek()).isEqualTo(DayOfWeek.SATURDAY);
        assertThat(program.getEndsOn()).isEqualTo(program.getStartsOn().plusDays(1));
        assertThat(timeslots).hasSize(18).allSatisfy(timeslot -> {
            assertThat(timeslot.getStartsAt()).isBetween(now.plus(Duration.ofDays(25)), now.plus(Duration.ofDays(33)));
            assertThat(Duration.between(timeslot.getStartsAt(), timeslot.getEndsAt())).isEqualTo(Duration.ofMinutes(50));
        });
        assertThat(timeslots).filteredOn(Timeslot::isLunch).hasSize(4);
        assertThat(timeslots.get(0).getStartsAt().atZone(program.zone())).hasToString("2026-03-28T10:00-04:00[America/New_York]");
    }

    @Test
    void itHasTheSizeOfASmallProgram() {
        assertThat(all(ClassSubject.class)).hasSize(40);
        assertThat(all(Room.class)).hasSize(12);
        assertThat(sections).hasSize(60).anyMatch(section -> section.meetings().size() == 2);
        assertThat(students).hasSize(300).allMatch(student -> student.grade().filter(grade -> grade >= 7 && grade <= 12).isPresent());
        assertThat(people).filteredOn(person -> person.is(Role.TEACHER)).hasSize(15);
        assertThat(all(ProgramRole.class)).extracting(ProgramRole::getRole).containsExactlyInAnyOrder(Role.STAFF, Role.VOLUNTEER);
        assertThat(all(SectionTeacher.class)).as("each section has its teacher").hasSameSizeAs(sections);
        assertThat(people).extracting(Person::getUsername).doesNotHaveDuplicates().contains("adalin")
                .allMatch(name -> name.matches("[a-z]+"));
        assertThat(enrollments).hasSizeBetween(500, 700);
        assertThat(interests).hasSizeBetween(50, 150);
    }

    @Test
    void someSectionsAreFullOrNearlyFullAndSomeAreNotToBeHad() {
        assertThat(sections.stream().filter(ClassSection::isFull)).hasSizeBetween(3, 15);
        assertThat(sections.stream().filter(section -> section.seatsLeft() == 1 || section.seatsLeft() == 2)).hasSizeBetween(2, 15);
        assertThat(sections.stream().filter(ClassSection::isCancelled)).hasSize(1);
        assertThat(sections.stream().filter(section -> !section.isRegistrationOpen())).hasSize(1);
        assertThat(all(ClassSubject.class)).filteredOn(subject -> subject.getStatus() == ClassStatus.UNREVIEWED).hasSize(1);
    }

    @Test
    void roomsAreNotDoubleBookedAndSeatWhomTheyMust() {
        var bookings = new HashSet<List<Object>>();

        assertThat(sections).allSatisfy(section -> assertThat(section.meetings()).isNotEmpty().allSatisfy(meeting -> {
            assertThat(meeting.roomSeats().orElse(0)).isGreaterThanOrEqualTo(section.getCapacity());
            assertThat(meeting.getRooms()).isNotEmpty().allMatch(room ->
                    bookings.add(List.of(room.getName(), meeting.getTimeslot().getStartsAt())));
        }));
    }

    @Test
    void aLongClassMeetsInContiguousTimeslotsOfOneRoom() {
        assertThat(sections).filteredOn(section -> section.meetings().size() > 1).allSatisfy(section -> {
            var starts = section.meetings().stream().map(meeting -> meeting.getTimeslot().getStartsAt()).toList();
            assertThat(starts).containsExactly(starts.get(0), starts.get(0).plus(Duration.ofHours(1)));
            assertThat(section.roomNames()).hasSize(1);
        });
    }

    @Test
    void theCountersEqualTheRows() {
        assertThat(sections).allSatisfy(section ->
                assertThat(enrolledIn(section, now)).hasSize(section.getEnrolled()).hasSizeLessThanOrEqualTo(section.getCapacity()));
    }

    @Test
    void noSectionEverHadMoreStudentsThanSeats() {
        assertThat(enrollments).allSatisfy(begun -> assertThat(enrolledIn(begun.getSection(), begun.getStartDate()))
                .contains(begun).hasSizeLessThanOrEqualTo(begun.getSection().getCapacity()));
    }

    @Test
    void noStudentWasEverInTwoPlacesOrTwiceInAClass() {
        assertThat(enrollments).allSatisfy(begun -> {
            var schedule = scheduleOf(begun.getStudent(), begun.getStartDate());
            assertThat(schedule).contains(begun.getSection()).extracting(ClassSection::getSubject).doesNotHaveDuplicates();
            assertThat(schedule.stream().flatMap(section -> section.meetings().stream()).map(Meeting::getTimeslot)).doesNotHaveDuplicates();
        });
    }

    @Test
    void everyStudentIsInTheGradesOfTheClassAndEveryClassIsAccepted() {
        assertThat(registrations).allMatch(row -> row.getSection().isAccepted())
                .allMatch(row -> row.getSection().getSubject().admits(row.getStudent().grade().orElseThrow()));
    }

    @Test
    void nothingIsActiveInTheCancelledSectionThoughSomethingWas() {
        assertThat(registrations).filteredOn(row -> row.getSection().isCancelled()).isNotEmpty().allMatch(StudentRegistration::hasEnded);
    }

    @Test
    void theJournalSaysWhoBeganAndEndedEachRowAndWhen() {
        assertThat(registrations).allSatisfy(row -> {
            assertThat(row.getStartDate()).isEqualTo(row.getStartedBy().getPerformedAt()).isBetween(now.minus(Duration.ofDays(14)), now);
            assertThat(row.getEndDate()).isEqualTo(row.hasEnded() ? row.getEndedBy().getPerformedAt() : null);
        });
        assertThat(operations).allSatisfy(operation ->
                assertThat(changesOf(operation)).isEqualTo(operation.getChanges()).isPositive());
        assertThat(enrollments).extracting(row -> row.getStartedBy().getKind()).containsOnly("register", "move");
        assertThat(enrollments).filteredOn(row -> row.getStartedBy().getCaller().equals("admin")).hasSizeBetween(50, 150);
    }

    @Test
    void someWereDroppedAndSomeMovedAtOneInstant() {
        var moved = enrollments.stream().filter(row -> row.getStartedBy().getKind().equals("move")).toList();
        var dropped = enrollments.stream().filter(row -> row.hasEnded() && row.getEndedBy().getKind().equals("expire"));

        assertThat(dropped).hasSizeBetween(30, 100);
        assertThat(moved).hasSizeBetween(15, 70).allSatisfy(row -> assertThat(enrollments)
                .filteredOn(old -> row.getStartedBy().equals(old.getEndedBy()))
                .singleElement().extracting(StudentRegistration::getEndDate).isEqualTo(row.getStartDate()));
    }

    @Test
    void mostStudentsHaveRankedThreeChoicesAndAFewClassesAreVeryWanted() {
        for (int rank = 1; rank <= 3; rank++) {
            assertThat(wishes(RegistrationType.priority(rank))).extracting(StudentRegistration::getStudent)
                    .hasSizeBetween(200, 300).doesNotHaveDuplicates();
        }
        assertThat(wishes(RegistrationType.INTERESTED)).hasSizeBetween(300, 800);
        assertThat(sections.stream().filter(section -> wishesFor(section) > 2 * section.getCapacity())).hasSizeBetween(2, 10);
    }

    @Test
    void manyRostersOfAWeekAgoDifferFromTodays() {
        var aWeekAgo = now.minus(Duration.ofDays(7));

        var changed = office.in(() -> sections.stream()
                .filter(section -> !roster(section, now).equals(roster(section, aWeekAgo)))
                .toList());
        assertThat(changed).hasSizeGreaterThan(30);
    }

    @Test
    void manyStudentsHaveAScheduleAndAHistory() {
        var schedules = office.get(Schedules.class);
        var usernames = students.stream().limit(30).map(Person::getUsername).toList();

        var busy = office.in(() -> usernames.stream()
                .filter(name -> !schedules.schedule(SampleProgram.CODE, name, now).isEmpty())
                .filter(name -> schedules.history(SampleProgram.CODE, name, 0, 50).size() > 3)
                .toList());
        assertThat(busy).hasSizeGreaterThan(20).contains("adalin");
    }

    @Test
    void itIsTheSameEachTime() {
        try (var other = Office.on(kind)) {
            create(other);

            var again = other.with(em -> described(sections(em), all(em, StudentRegistration.class)));
            assertThat(again).isEqualTo(described(sections, registrations));
        }
    }

    private static void create(Office office) {
        office.in(() -> {
            office.get(SampleProgram.class).create(office.clock().instant());
            return null;
        });
    }

    private <T> List<T> all(Class<T> type) {
        return office.with(em -> all(em, type));
    }

    private static <T> List<T> all(EntityManager em, Class<T> type) {
        return em.createQuery("select e from " + type.getSimpleName() + " e order by e.id", type).getResultList();
    }

    private static List<ClassSection> sections(EntityManager em) {
        return em.createNamedQuery(ClassSection.OF_PROGRAM, ClassSection.class).setParameter("program", SampleProgram.CODE).getResultList();
    }

    private static boolean isValid(StudentRegistration row, Instant at) {
        return !row.getStartDate().isAfter(at) && (row.getEndDate() == null || row.getEndDate().isAfter(at));
    }

    private List<StudentRegistration> enrolledIn(ClassSection section, Instant at) {
        return enrollments.stream().filter(row -> row.getSection().equals(section) && isValid(row, at)).toList();
    }

    private List<ClassSection> scheduleOf(Person student, Instant at) {
        return enrollments.stream().filter(row -> row.getStudent().equals(student) && isValid(row, at))
                .map(StudentRegistration::getSection).toList();
    }

    private List<StudentRegistration> wishes(String type) {
        return registrations.stream().filter(row -> row.getType().getName().equals(type) && !row.hasEnded()).toList();
    }

    private long wishesFor(ClassSection section) {
        return registrations.stream()
                .filter(row -> row.getType().isPreference() && row.getSection().equals(section) && !row.hasEnded())
                .count();
    }

    private int changesOf(Operation operation) {
        return (int) Stream.concat(registrations.stream(), interests.stream())
                .flatMap(row -> Stream.of(Optional.of(row.getStartedBy()), Optional.ofNullable(row.getEndedBy())))
                .filter(by -> by.filter(operation::equals).isPresent())
                .count();
    }

    private List<String> roster(ClassSection section, Instant at) {
        var id = new SectionId(SampleProgram.CODE, section.getCode());
        return office.get(Rosters.class).roster(id, RegistrationType.ENROLLED, at, 0, 100).stream()
                .map(row -> row.getStudent().getUsername()).toList();
    }

    private static List<String> described(List<ClassSection> sections, List<StudentRegistration> registrations) {
        return Stream.concat(
                sections.stream().map(section -> section.getCode() + " " + section.getCapacity() + " " + section.roomNames()
                        + section.meetings().stream().map(meeting -> meeting.getTimeslot().getStartsAt()).toList()),
                registrations.stream().map(row -> row + " " + row.getStartDate() + " " + row.getEndDate()
                        + row.getStartedBy().getCaller())).toList();
    }
}
