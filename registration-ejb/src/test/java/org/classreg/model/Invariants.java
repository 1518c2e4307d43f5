package org.classreg.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.classreg.testing.SmallProgram.CODE;
import static org.classreg.testing.SmallProgram.id;

import java.util.List;
import java.util.stream.Collectors;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.ClassSection;
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
        sections().forEach(this::assertThatCountersAreTheRows);
        seats().stream().collect(Collectors.groupingBy(StudentRegistration::getStudent)).forEach(this::assertThatScheduleIsPossible);
        assertThat(seats().stream().map(StudentRegistration::getStudent).distinct()).hasSizeLessThanOrEqualTo(RandomActs.PROGRAM_CAP);
        sections().forEach(this::assertThatTheLineIsRight);
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
    private void assertThatCountersAreTheRows(ClassSection section) {
        assertThat((long) section.getEnrolled()).as("seats of " + section.getCode())
                .isEqualTo(seats().stream().filter(seat -> isIn(seat, section)).count());
        var overbooked = office.with(em -> em.createNativeQuery("select overbooked from class_section where id = ?").setParameter(1, section.getId())
                .getSingleResult());
        assertThat(((Number) overbooked).intValue()).as("overbooked in " + section.getCode())
                .isEqualTo(Math.max(0, section.getEnrolled() - section.getCapacity()));
    }

    private void assertThatScheduleIsPossible(Person student, List<StudentRegistration> seats) {
        var taken = sections().stream().filter(section -> seats.stream().anyMatch(seat -> isIn(seat, section))).toList();
        assertThat(taken).as(student.getUsername()).hasSameSizeAs(seats).hasSizeLessThanOrEqualTo(RandomActs.MOST_SECTIONS)
                .noneMatch(ClassSection::isCancelled);
        assertThat(taken).as("classes of " + student.getUsername()).extracting(section -> section.getSubject().getId()).doesNotHaveDuplicates();
        for (var one : taken) {
            assertThat(taken).filteredOn(other -> !other.equals(one) && other.overlaps(one)).extracting(ClassSection::getCode)
                    .as(student.getUsername() + " beside " + one.getCode()).isEmpty();
        }
    }

    /** Each place once, nobody in it who has a seat, and no seat free for somebody in it who could take it. */
    private void assertThatTheLineIsRight(ClassSection section) {
        var line = office.in(() -> office.get(Waitlists.class).line(id(section.getCode()), office.clock().instant(), 0, 1_000));
        assertThat(line).as("line of " + section.getCode()).extracting(StudentRegistration::place).doesNotHaveDuplicates();
        var seated = seats().stream().filter(seat -> isIn(seat, section)).map(seat -> seat.getStudent().getUsername()).toList();
        assertThat(line).as("line of " + section.getCode()).noneMatch(waiting -> seated.contains(waiting.getStudent().getUsername()));
        if (section.seatsLeft() > 0) {
            assertThat(line).as("could take a seat in " + section.getCode()).allSatisfy(waiting -> assertThat(
                    office.in(() -> office.get(Registrations.class).eligibility(id(section.getCode()), waiting.getStudent().getUsername())))
                    .as(waiting.toString()).isNotEmpty());
        }
    }
}
