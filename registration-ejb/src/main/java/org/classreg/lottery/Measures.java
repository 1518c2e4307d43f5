package org.classreg.lottery;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.classreg.lottery.engine.Result;

/** Measures a plan. */
final class Measures {

    private static final int WORST_OFF = 20;

    private final Draft draft;
    private final int[][] given;

    private Measures(Draft draft) {
        this.draft = draft;
        given = draft.asked(true);
    }

    static RunMetrics of(Draft draft, Result result) {
        return new Measures(draft).measure(result);
    }

    private RunMetrics measure(Result result) {
        var standing = draft.standing();
        var sections = draft.input().sections();
        var full = IntStream.range(0, sections.size()).filter(section -> sections.get(section).closed().isEmpty()
                && standing[section] + Arrays.stream(given[section]).sum() >= sections.get(section).capacity()).count();
        var byRank = IntStream.rangeClosed(0, draft.ranks())
                .mapToObj(rank -> Arrays.stream(given).mapToInt(counts -> counts[rank]).sum()).toList();
        var share = Double.isFinite(result.bound()) && result.bound() > 0 ? Double.valueOf(Math.min(1, result.value() / result.bound())) : null;
        return new RunMetrics(result.metrics().utility(), share, result.metrics().seats(), byRank, result.metrics().fifthPercentile(),
                draft.students(), result.metrics().nothing(), envious(), sections.size(), (int) full, hours(), grades(), worstOff());
    }

    private int envious() {
        var last = Arrays.stream(given).mapToInt(Measures::lastRank).toArray();
        return (int) IntStream.range(0, draft.students()).filter(student -> {
            var one = draft.input().students().get(student);
            return Arrays.stream(one.wishes()).anyMatch(section -> one.rank(section) > 0 && one.rank(section) < last[section]
                    && !draft.isGiven(student, section) && draft.wouldFit(student, section));
        }).count();
    }

    /** The rank of the holder who wanted a section least; interest comes after all ranks. */
    private static int lastRank(int[] counts) {
        if (counts[0] > 0) {
            return Integer.MAX_VALUE;
        }
        return IntStream.range(1, counts.length).filter(rank -> counts[rank] > 0).max().orElse(0);
    }

    private List<Integer> hours() {
        var hours = IntStream.range(0, draft.students())
                .map(student -> (int) draft.schedule(student).stream().mapToDouble(draft.input()::hours).sum()).toArray();
        var counts = new int[Arrays.stream(hours).max().orElse(0) + 1];
        Arrays.stream(hours).forEach(hour -> counts[hour]++);
        return Arrays.stream(counts).boxed().toList();
    }

    private List<RunMetrics.Grade> grades() {
        var students = draft.input().students();
        return IntStream.range(0, draft.students()).boxed()
                .collect(Collectors.groupingBy(student -> students.get(student).grade(), TreeMap::new, Collectors.toList()))
                .entrySet().stream().map(entry -> grade(entry.getKey(), entry.getValue())).toList();
    }

    private RunMetrics.Grade grade(int grade, List<Integer> members) {
        var firsts = members.stream().mapToInt(student -> (int) Arrays.stream(draft.given(student))
                .filter(section -> draft.input().students().get(student).rank(section) == 1).count()).sum();
        var share = members.stream().mapToDouble(draft.outcome().shares()::get).filter(one -> !Double.isNaN(one)).average().orElse(1);
        return new RunMetrics.Grade(grade == DrawInputs.UNKNOWN_GRADE ? null : grade, members.size(),
                members.stream().mapToInt(student -> draft.given(student).length).sum(), firsts, share);
    }

    private List<RunMetrics.WorstOff> worstOff() {
        var shares = draft.outcome().shares();
        return IntStream.range(0, draft.students()).boxed().filter(student -> !shares.get(student).isNaN())
                .sorted(Comparator.comparing(shares::get)).limit(WORST_OFF)
                .map(student -> new RunMetrics.WorstOff(student, draft.input().students().get(student).wishes().length,
                        draft.given(student).length, shares.get(student)))
                .toList();
    }
}
