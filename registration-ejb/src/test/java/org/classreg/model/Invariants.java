package org.classreg.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.classreg.testing.SmallProgram.CODE;
import static org.classreg.testing.SmallProgram.id;

import java.util.List;
import java.util.stream.Collectors;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.Timeslot;
import org.classreg.people.Person;
import org.classreg.registration.Registrations;
import org.classreg.registration.StudentRegistration;
import org.classreg.registration.Waitlists;
import org.classreg.testing.Office;

/** What must be true of the office whenever nothing is going on, whatever has been done to it. */
final class Invariants {

    private final Office office;

    Invariants(Office office) {
        this.office = office;
    }

    /** @throws AssertionError with the first that is broken */
    void hold() {
        var seats = seats();
        sections().forEach(section -> assertThatCountersAreTheRows(section, seats));
        seats.stream().collect(Collectors.groupingBy(StudentRegistration::getStudent)).forEach(this::assertThatScheduleIsPossible);
        assertThatCapsHold(seats.stream().map(StudentRegistration::getStudent).distinct().toList());
        assertThat(active()).as("what is registered in a section that has been cancelled").noneMatch(row -> row.getSection().isCancelled()
                && !row.getType().isNamed(Fact.Row.ATTENDED));
        sections().forEach(section -> assertThatTheLineIsRight(section, seats));
        assertThatOperationsCountTheirRows();
    }

    List<ClassSection> sections() {
        return office.in(() -> office.get(Catalog.class).sections(CODE));
    }

    /** Every registration that has not ended. */
    List<StudentRegistration> active() {
        return office.with(em -> em.createQuery("select e from StudentRegistration e join fetch e.student join fetch e.section s"
                + " join fetch s.subject join fetch e.type where e.endDate is null", StudentRegistration.class).getResultList());
    }

    private static boolean isIn(StudentRegistration seat, ClassSection section) {
        return seat.getSection().getId().equals(section.getId());
    }

    private List<StudentRegistration> seats() {
        return active().stream().filter(row -> row.getType().takesSeat()).toList();
    }

    /** Only the database sees how much overbooking is allowed: {@code enrolled <= capacity + overbooked} is its check. */
    private void assertThatCountersAreTheRows(ClassSection section, List<StudentRegistration> seats) {
        assertThat((long) section.getEnrolled()).as("seats of " + section.getCode())
                .isEqualTo(seats.stream().filter(seat -> isIn(seat, section)).count());
        var overbooked = office.with(em -> em.createNativeQuery("select overbooked from class_section where id = ?").setParameter(1, section.getId())
                .getSingleResult());
        assertThat(((Number) overbooked).intValue()).as("overbooked in " + section.getCode())
                .isEqualTo(Math.max(0, section.getEnrolled() - section.getCapacity()));
    }

    private void assertThatScheduleIsPossible(Person student, List<StudentRegistration> seats) {
        var taken = sections().stream().filter(section -> seats.stream().anyMatch(seat -> isIn(seat, section))).toList();
        var own = Campus.most(student.getUsername());
        assertThat(taken).as("sections of " + student.getUsername()).hasSameSizeAs(seats)
                .hasSizeLessThanOrEqualTo(own == null ? RandomActs.MOST.sections() : own).noneMatch(ClassSection::isCancelled);
        assertThat(taken).as("classes of " + student.getUsername()).extracting(section -> section.getSubject().getId()).doesNotHaveDuplicates();
        for (var one : taken) {
            assertThat(taken).filteredOn(other -> !other.equals(one) && other.overlaps(one)).extracting(ClassSection::getCode)
                    .as(student.getUsername() + " beside " + one.getCode()).isEmpty();
        }
        assertThatThereIsTimeForLunch(student, taken.stream().flatMap(section -> section.timeslots().stream()).toList());
    }

    private void assertThatThereIsTimeForLunch(Person student, List<Timeslot> slots) {
        assertThat(slots).as("timeslots of " + student.getUsername()).hasSizeLessThanOrEqualTo(RandomActs.MOST.slots());
        var isLost = slots.stream().anyMatch(slot -> slot.getStartsAt().isBefore(Campus.LUNCH.starts()))
                && slots.stream().anyMatch(slot -> slot.getEndsAt().isAfter(Campus.LUNCH.ends()))
                && slots.stream().anyMatch(slot -> slot.getStartsAt().isBefore(Campus.LUNCH.ends()) && slot.getEndsAt().isAfter(Campus.LUNCH.starts()));
        assertThat(isLost).as("%s has no time for lunch: %s", student.getUsername(), slots.stream().map(Timeslot::getStartsAt).toList()).isFalse();
    }

    private static void assertThatCapsHold(List<Person> participants) {
        assertThat(participants).as("students in the program").hasSizeLessThanOrEqualTo(RandomActs.MOST.cap());
        assertThat(participants).filteredOn(student -> student.getGrade() <= Settings.LAST_YOUNG_GRADE).as("young students in the program")
                .hasSizeLessThanOrEqualTo(RandomActs.MOST.capOfYoung());
    }

    /** Each place once, nobody in it who has a seat, and no seat free for somebody in it who could take it. */
    private void assertThatTheLineIsRight(ClassSection section, List<StudentRegistration> seats) {
        var line = office.in(() -> office.get(Waitlists.class).line(id(section.getCode()), office.clock().instant(), 0, 1_000));
        assertThat(line).as("line of " + section.getCode()).extracting(StudentRegistration::place).doesNotHaveDuplicates();
        var seated = seats.stream().filter(seat -> isIn(seat, section)).map(seat -> seat.getStudent().getUsername()).toList();
        assertThat(line).as("line of " + section.getCode()).noneMatch(waiting -> seated.contains(waiting.getStudent().getUsername()));
        if (section.seatsLeft() > 0) {
            assertThat(line).as("could take a seat in " + section.getCode()).allSatisfy(waiting -> assertThat(
                    office.in(() -> office.get(Registrations.class).eligibility(id(section.getCode()), waiting.getStudent().getUsername())))
                    .as(waiting.toString()).isNotEmpty());
        }
    }

    /** And nobody is checked in twice, or interested twice. */
    private void assertThatOperationsCountTheirRows() {
        assertThat(rows("select o.id, o.kind, o.changes from operation o where o.about is null and o.changes <>"
                + " (select count(*) from student_registration r where r.started_by = o.id) + (select count(*) from student_registration r where r.ended_by = o.id)"
                + " + (select count(*) from check_in r where r.started_by = o.id) + (select count(*) from check_in r where r.ended_by = o.id)"
                + " + (select count(*) from subject_interest r where r.started_by = o.id) + (select count(*) from subject_interest r where r.ended_by = o.id)"
                + " + (select count(*) from student_override r where r.started_by = o.id) + (select count(*) from student_override r where r.ended_by = o.id)"
                + " + (select count(*) from section_change r where r.operation_id = o.id)")).as("operations that do not count their rows").isEmpty();
        assertThat(rows("select student_id, count(*) from check_in where end_date is null group by student_id having count(*) > 1"))
                .as("checked in twice").isEmpty();
        assertThat(rows("select student_id, subject_id from subject_interest where end_date is null group by student_id, subject_id having count(*) > 1"))
                .as("interested twice").isEmpty();
    }

    private List<?> rows(String sql) {
        return office.<List<?>>with(em -> em.createNativeQuery(sql).getResultList()).stream()
                .map(row -> List.of((Object[]) row)).toList();
    }
}
