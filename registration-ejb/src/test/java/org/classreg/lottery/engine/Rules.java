package org.classreg.lottery.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The rules of a lottery, checked in the plainest way, with nothing of the engine but its input. */
final class Rules {

    private final Instance instance;

    Rules(Instance instance) {
        this.instance = instance;
    }

    void check(Assignment assignment) {
        var taken = new int[instance.sections()];
        for (var student = 0; student < instance.students(); student++) {
            var sections = assignment.sections(student);
            assertThat(allowed(student, sections)).as("student %d with %s", student, Arrays.toString(sections)).isTrue();
            Arrays.stream(sections).forEach(section -> taken[section]++);
        }
        assertThat(withinCapacity(taken)).as("seats %s", Arrays.toString(taken)).isTrue();
        for (var cap : instance.caps) {
            var entered = IntStream.range(0, instance.students())
                    .filter(student -> cap.covers(instance.grade[student]))
                    .filter(student -> assignment.sections(student).length > 0).toArray();
            assertThat(withinCap(cap, entered)).as("students %s under %s", Arrays.toString(entered), cap).isTrue();
        }
    }

    boolean withinCapacity(int[] taken) {
        return IntStream.range(0, taken.length).filter(section -> taken[section] > 0).allMatch(section -> {
            var standing = Arrays.stream(instance.standingSection).filter(other -> other == section).count();
            return taken[section] + standing <= instance.capacity[section];
        });
    }

    /** @param entered those of the grades with a section by the lottery */
    boolean withinCap(ProgramCap cap, int[] entered) {
        var before = IntStream.range(0, instance.students())
                .filter(student -> cap.covers(instance.grade[student]) && standing(student).length > 0).count();
        var more = Arrays.stream(entered).filter(student -> standing(student).length == 0).count();
        return more == 0 || before + more <= cap.students();
    }

    /** Whether a student may have these sections, beside those that stand. */
    boolean allowed(int student, int[] sections) {
        var all = IntStream.concat(Arrays.stream(standing(student)), Arrays.stream(sections)).toArray();
        return Arrays.stream(sections).allMatch(section -> preference(student, section) >= 0 && gradeFits(student, section))
                && (sections.length == 0 || !conflicts(all, standing(student).length))
                && (sections.length == 0 || keepsLunch(all))
                && (sections.length == 0 || withinLimits(student, all));
    }

    private int[] standing(int student) {
        return Arrays.copyOfRange(instance.standingSection, instance.standingStart[student], instance.standingStart[student + 1]);
    }

    /** The index of a student's preference; negative if there is none. */
    int preference(int student, int section) {
        var start = instance.preferenceStart;
        return Arrays.binarySearch(instance.preferredSection, start[student], start[student + 1], section);
    }

    private boolean gradeFits(int student, int section) {
        var grade = instance.grade[student];
        var excepted = IntStream.range(instance.exceptionStart[student], instance.exceptionStart[student + 1])
                .anyMatch(k -> instance.exceptionSubject[k] == instance.subject[section]);
        return excepted || instance.minGrade[section] <= grade && grade <= instance.maxGrade[section];
    }

    /** What stood before may conflict with itself. */
    private boolean conflicts(int[] all, int standing) {
        return IntStream.range(standing, all.length).anyMatch(k -> IntStream.range(0, k).anyMatch(m ->
                instance.subject[all[k]] == instance.subject[all[m]] || overlap(instance.meetings[all[k]], instance.meetings[all[m]])));
    }

    private static boolean overlap(long[] times, long[] others) {
        return intervals(times).stream().anyMatch(a -> intervals(others).stream().anyMatch(b -> a[0] < b[1] && b[0] < a[1]));
    }

    private static List<long[]> intervals(long[] times) {
        var intervals = new ArrayList<long[]>();
        for (var k = 0; k < times.length; k += 2) {
            intervals.add(new long[] {times[k], times[k + 1]});
        }
        return intervals;
    }

    private boolean keepsLunch(int[] all) {
        return Arrays.stream(instance.lunch).allMatch(day -> Arrays.stream(day).anyMatch(slot ->
                Arrays.stream(all).noneMatch(section -> overlap(slot, instance.meetings[section]))));
    }

    private boolean withinLimits(int student, int[] all) {
        var timeslots = Arrays.stream(all).map(section -> instance.meetings[section].length / 2).sum();
        return (instance.sectionLimit[student] == 0 || all.length <= instance.sectionLimit[student])
                && (instance.timeslotLimit[student] == 0 || timeslots <= instance.timeslotLimit[student]);
    }

    /** A student's u: hours, those of priorities times 1.5. */
    double utility(int student, int[] sections) {
        return Arrays.stream(sections).mapToDouble(section -> {
            var millis = LongStream.of(instance.meetings[section]).toArray();
            var hours = intervals(millis).stream().mapToLong(interval -> interval[1] - interval[0]).sum() / 3_600_000.0;
            return hours * (instance.preferenceRank[preference(student, section)] > 0 ? 1.5 : 1);
        }).sum();
    }
}
