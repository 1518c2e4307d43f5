package org.classreg.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.classreg.people.Person;
import org.classreg.registration.StudentRegistration;
import org.classreg.testing.Office;

/**
 * That nobody ever got a seat from a line before somebody who stood further in front, stayed, and could have taken it then: read from the
 * history, of a program whose settings and times have stayed as they are.
 */
final class LineOrder {

    private final List<StudentRegistration> history;
    private final Blackboard board = new Blackboard();
    private final RandomActs.Limits limits;

    LineOrder(Office office, RandomActs.Limits limits) {
        this.limits = limits;
        history = office.with(em -> em.createQuery("select e from StudentRegistration e join fetch e.student join fetch e.section s"
                + " join fetch e.type join fetch e.startedBy left join fetch e.endedBy", StudentRegistration.class).getResultList());
    }

    /** @return how many promotions were looked at */
    int hold() {
        var promotions = history.stream().filter(this::isPromotion).toList();
        promotions.forEach(seat -> assertThat(history).as("passed over by " + seat).noneMatch(waiting -> isPassedOver(waiting, seat)));
        return promotions.size();
    }

    /** Whose waiting ended as the seat began, by what somebody else did: who enrolls ends the own waiting too, and so does who gets a seat back. */
    private boolean isPromotion(StudentRegistration seat) {
        return seat.getType().takesSeat() && !Set.of("register", "walkIn", "batch", "convertLottery", "accept").contains(seat.getStartedBy().getKind())
                && place(seat) != null && !isRestored(seat);
    }

    private boolean isRestored(StudentRegistration seat) {
        return seat.getStartedBy().undoes().filter(undone -> history.stream().anyMatch(row -> row.getType().equals(seat.getType())
                && row.getStudent().equals(seat.getStudent()) && row.getSection().equals(seat.getSection()) && undone.equals(row.getEndedBy()))).isPresent();
    }

    private Integer place(StudentRegistration seat) {
        return history.stream().filter(row -> row.place().isPresent() && row.getStudent().equals(seat.getStudent())
                && row.getSection().equals(seat.getSection()) && seat.getStartedBy().equals(row.getEndedBy()) && !row.getStartedBy().equals(row.getEndedBy()))
                .map(row -> row.place().get()).findFirst().orElse(null);
    }

    private boolean isPassedOver(StudentRegistration waiting, StudentRegistration seat) {
        var at = seat.getStartDate();
        return waiting.place().isPresent() && waiting.getSection().equals(seat.getSection()) && waiting.place().get() < place(seat)
                && waiting.isValidAt(at) && !waiting.getStartedBy().equals(seat.getStartedBy()) && couldTake(waiting.getStudent(), seat);
    }

    private boolean couldTake(Person student, StudentRegistration seat) {
        var section = Campus.section(seat.getSection().getCode());
        var taken = history.stream().filter(row -> row.getType().takesSeat() && row.isValidAt(seat.getStartDate())).toList();
        var schedule = taken.stream().filter(row -> row.getStudent().equals(student)).map(row -> Campus.section(row.getSection().getCode())).toList();
        var own = Campus.most(student.getUsername());
        var slots = Stream.concat(schedule.stream(), Stream.of(section)).flatMap(one -> one.slots().stream()).toList();
        return schedule.stream().noneMatch(other -> other.course().equals(section.course()) || board.state(other).overlaps(board.state(section)))
                && schedule.size() < (own == null ? limits.sections() : Math.min(own, limits.sections())) && slots.size() <= limits.slots()
                && !(slots.stream().anyMatch(slot -> slot.from() < Campus.LUNCH.from()) && slots.stream().anyMatch(slot -> slot.to() > Campus.LUNCH.to())
                        && slots.stream().anyMatch(Campus.LUNCH::overlaps))
                && !(section.course().equals(Campus.ADVANCED) && student.getGrade() < Campus.ADVANCED_GRADE)
                && (!schedule.isEmpty() || isRoomFor(student, taken));
    }

    private boolean isRoomFor(Person student, List<StudentRegistration> taken) {
        var inIt = taken.stream().map(StudentRegistration::getStudent).collect(Collectors.toSet());
        var young = inIt.stream().filter(one -> one.getGrade() <= Settings.LAST_YOUNG_GRADE).count();
        return inIt.size() < limits.cap() && (student.getGrade() > Settings.LAST_YOUNG_GRADE || young < limits.capOfYoung());
    }
}
