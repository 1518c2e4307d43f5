package org.classreg.lottery.engine;

import java.util.function.Consumer;

/** Leads a search to its targets from below: bonuses rise until all are just met and nobody goes away with nothing. */
final class Approach {

    /** How many raises to try without coming nearer. */
    private static final int PATIENCE = 10;
    /** How many raises to take back because they went too far. */
    private static final int UNDOINGS = 6;
    /** The first raise, as a share of the mean price of a seat. */
    private static final double FIRST_RAISE = 0.01;

    private final Draw draw;
    private final Measuring measuring;
    private final Objective objective;
    private final Targets targets;
    private final Search search;
    private final Raise first;
    private final Raise priority;

    Approach(Draw draw, Measuring measuring, Objective objective, Targets targets, Search search) {
        this.draw = draw;
        this.measuring = measuring;
        this.objective = objective;
        this.targets = targets;
        this.search = search;
        var most = Magnitude.of(draw.market) / 4;
        var step = FIRST_RAISE * search.meanPrice();
        priority = new Raise(targets.priority(), objective.bonus[2], most, step);
        first = new Raise(targets.first(), objective.bonus[1] - objective.bonus[2], most, step);
    }

    /** Ends as well where it seems impossible. */
    void run(Consumer<Allocation> keep) {
        var fewest = measuring.faults(search.allocation, targets);
        var undoings = UNDOINGS;
        for (var left = PATIENCE; left > 0 && measuring.faults(search.allocation, targets) > 0 && !draw.control.stop(); left--) {
            var before = search.mark();
            raise();
            search.improve();
            keep.accept(search.allocation);
            if (undoings > 0 && wasTooMuch()) {
                undoings--;
                left++;
                search.backTo(before);
                first.undo();
                priority.undo();
            }
            var faults = measuring.faults(search.allocation, targets);
            if (faults < fewest) {
                fewest = faults;
                left = PATIENCE;
            }
        }
    }

    private void raise() {
        var reached = Targets.of(search.allocation.seatsByRank());
        first.after(reached.first());
        priority.after(reached.priority());
        for (var rank = 1; rank < objective.bonus.length; rank++) {
            objective.bonus[rank] = priority.bonus() + (rank == 1 ? first.bonus() : 0);
        }
        for (var student : measuring.emptyHanded(search.allocation)) {
            objective.lift(student, (int) Math.ceil(search.meanPrice()));
        }
        search.forget();
    }

    private boolean wasTooMuch() {
        var reached = Targets.of(search.allocation.seatsByRank());
        return first.wasTooMuch(reached.first()) || priority.wasTooMuch(reached.priority());
    }
}
