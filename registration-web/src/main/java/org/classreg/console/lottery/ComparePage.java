package org.classreg.console.lottery;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.classreg.catalog.Catalog;
import org.classreg.console.ProgramView;
import org.classreg.lottery.LotteryRuns;
import org.classreg.lottery.RunComparison;
import org.classreg.registration.RegistrationType;

/** Two runs of the lottery side by side. */
@Named
@ViewScoped
public class ComparePage implements Serializable {

    @Inject
    Catalog catalog;

    @Inject
    LotteryRuns runs;

    private String code;
    private long id;
    private long other;
    private ProgramView program;
    private RunRow one;
    private RunRow two;
    private boolean sameInput;
    private List<Bar> balance;
    private List<Sides> ranks;
    private List<ChangeRow> gains;
    private List<ChangeRow> losses;

    /** A student who is better or worse off. */
    public record ChangeRow(String username, String name, String before, String after, String lost, String gained) implements Serializable {

        static ChangeRow of(RunComparison.Change change) {
            return new ChangeRow(change.student().getUsername(), change.student().name(), RunRow.decimal(change.before()),
                    RunRow.decimal(change.after()), String.join(", ", change.lost()), String.join(", ", change.gained()));
        }
    }

    /** Seats by a rank in both runs; most is the number of the longest bar of all. */
    public record Sides(String label, int one, int two, int most) implements Serializable {
    }

    public void load() {
        program = ProgramView.of(catalog.getProgram(code));
        var comparison = runs.compare(code, id, other);
        one = RunRow.of(comparison.one());
        two = RunRow.of(comparison.other());
        sameInput = comparison.sameInput();
        var labels = List.of("Gain", "Lose", "As before");
        balance = Bar.chart(List.of(comparison.gain(), comparison.lose(), comparison.same()), labels::get);
        ranks = sides(comparison.one().metrics().seatsByRank(), comparison.other().metrics().seatsByRank());
        gains = comparison.gains().stream().map(ChangeRow::of).toList();
        losses = comparison.losses().stream().map(ChangeRow::of).toList();
    }

    private static List<Sides> sides(List<Integer> one, List<Integer> two) {
        var most = Stream.concat(one.stream(), two.stream()).mapToInt(Integer::intValue).max().orElse(1);
        return IntStream.rangeClosed(1, Math.max(one.size(), two.size())).mapToObj(k -> k % Math.max(one.size(), two.size()))
                .map(rank -> new Sides(rank == 0 ? RegistrationType.INTERESTED : RegistrationType.priority(rank), at(one, rank), at(two, rank),
                        Math.max(1, most))).toList();
    }

    private static int at(List<Integer> counts, int rank) {
        return rank < counts.size() ? counts.get(rank) : 0;
    }

    public ProgramView getProgram() {
        return program;
    }

    public RunRow getOne() {
        return one;
    }

    public RunRow getTwo() {
        return two;
    }

    public boolean isSameInput() {
        return sameInput;
    }

    /** How many students gain, lose and stay as they are by the second run. */
    public List<Bar> getBalance() {
        return balance;
    }

    /** Priorities from the first on, then interest. */
    public List<Sides> getRanks() {
        return ranks;
    }

    public List<ChangeRow> getGains() {
        return gains;
    }

    public List<ChangeRow> getLosses() {
        return losses;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public long getOther() {
        return other;
    }

    public void setOther(long other) {
        this.other = other;
    }
}
