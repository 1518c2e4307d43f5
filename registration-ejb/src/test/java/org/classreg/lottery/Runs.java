package org.classreg.lottery;

import static org.classreg.testing.SmallProgram.CODE;

import java.time.Duration;
import java.util.OptionalLong;
import org.classreg.lottery.engine.Mode;
import org.classreg.testing.Office;

/** Starts lottery runs in an office and waits for them. */
final class Runs {

    private final Office office;

    Runs(Office office) {
        this.office = office;
    }

    LotteryRun done(Mode mode, long seed) throws InterruptedException {
        return await(office.get(Draws.class).start(CODE, request(mode, seed)).getId());
    }

    static RunRequest request(Mode mode, long seed) {
        return new RunRequest(mode, OptionalLong.of(seed), Duration.ofSeconds(30));
    }

    LotteryRun await(long id) throws InterruptedException {
        while (!get(id).getState().isOver()) {
            Thread.sleep(20);
        }
        return get(id);
    }

    LotteryRun get(long id) {
        return office.in(() -> office.get(LotteryRuns.class).get(CODE, id).run());
    }
}
