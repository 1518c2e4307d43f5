package org.classreg.lottery.engine;

import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** The best assignment so far, the classic lottery's to begin with. */
final class Incumbent {

    private final Control control;
    private final ToLongFunction<Allocation> score;
    private final ToDoubleFunction<Allocation> value;
    private Allocation best;

    /** @param value what is told of the best */
    Incumbent(Control control, Allocation first, ToLongFunction<Allocation> score, ToDoubleFunction<Allocation> value) {
        this.control = control;
        this.score = score;
        this.value = value;
        best = first;
        control.value(value.applyAsDouble(best));
    }

    /** Keeps a copy of an assignment that is better. */
    void offer(Allocation allocation) {
        if (score.applyAsLong(allocation) > score.applyAsLong(best)) {
            best = allocation.copy();
            control.value(value.applyAsDouble(best));
        }
    }

    Allocation best() {
        return best;
    }
}
