package org.classreg.rules;

import java.time.Instant;
import java.util.List;
import java.util.function.ToLongFunction;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.ProgramCap;
import org.classreg.people.Person;

/**
 * What the rules judge: that a student takes a section on top of the sections the student has.
 *
 * @param schedule the sections of the program in which the student has seats, without those that are given up for this one
 * @param at when
 * @param seatsTaken how many seats of the section are taken
 * @param participants how many students who count under a cap have a seat in the program; asked only if it matters
 * @param rank of the wish, if it is one by priority, from 1; else 0
 * @param ranked the other sections that the student ranks by priority
 */
public record Addition(Person student, ClassSection section, List<ClassSection> schedule, Instant at, int seatsTaken,
        ToLongFunction<ProgramCap> participants, int rank, List<ClassSection> ranked) {

    /** A seat, now. */
    public Addition(Person student, ClassSection section, List<ClassSection> schedule, Instant at, ToLongFunction<ProgramCap> participants) {
        this(student, section, schedule, at, section.getEnrolled(), participants, 0, List.of());
    }

    /** A wish or a mark, now: no seat. */
    public Addition(Person student, ClassSection section, Instant at) {
        this(student, section, List.of(), at, section.getEnrolled(), cap -> 0, 0, List.of());
    }

    /** The same with another count of taken seats. */
    public Addition withSeatsTaken(int taken) {
        return new Addition(student, section, schedule, at, taken, participants, rank, ranked);
    }

    /** The same as a wish by priority. */
    public Addition ranked(int wanted, List<ClassSection> others) {
        return new Addition(student, section, schedule, at, seatsTaken, participants, wanted, others);
    }

    boolean isFull() {
        return seatsTaken >= section.getCapacity();
    }
}
