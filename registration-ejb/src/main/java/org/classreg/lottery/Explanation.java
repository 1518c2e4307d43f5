package org.classreg.lottery;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.classreg.catalog.ClassSection;
import org.classreg.errors.Reason;
import org.classreg.people.Person;

/**
 * What a run gave one student, and why not the rest.
 *
 * @param number of the student in the anonymous input
 * @param place in the draw, from 1: who comes first where all else is equal
 * @param students how many take part
 * @param kept what the student had before
 * @param wishes what the student asked for, by rank
 */
public record Explanation(LotteryRun run, Person student, int number, int place, int students, List<ClassSection> kept, List<Wish> wishes) {

    /**
     * @param rank 1.. is Priority/rank, 0 is Interested
     * @param reasons why it was not given; empty when it was
     */
    public record Wish(ClassSection section, int rank, boolean given, Demand demand, List<Reason> reasons) {

        /** A section without a time is no part of a draw. */
        static Wish leftAside(ClassSection section, int rank) {
            return new Wish(section, rank, false, new Demand(section.getCapacity(), 0, Collections.emptySortedMap(), Collections.emptySortedMap()),
                    List.of(new Reason("NOT_SCHEDULED", "%s had no time when the plan was drawn.".formatted(section.getCode()))));
        }
    }

    /**
     * How sought-after a section is.
     *
     * @param seats there are
     * @param standing seats taken before the draw
     * @param asked how many asked for it, by rank, 0 for interested
     * @param given how many were given it, by rank
     */
    public record Demand(int seats, int standing, SortedMap<Integer, Integer> asked, SortedMap<Integer, Integer> given) {
    }

    Explanation and(List<Wish> more) {
        return new Explanation(run, student, number, place, students, kept, Stream.concat(wishes.stream(), more.stream()).toList());
    }
}
