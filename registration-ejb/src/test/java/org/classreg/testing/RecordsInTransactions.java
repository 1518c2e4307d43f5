package org.classreg.testing;

import jakarta.enterprise.inject.Specializes;
import jakarta.inject.Inject;
import java.util.Optional;
import org.classreg.lottery.LotteryRun;
import org.classreg.lottery.RunRecords;
import org.classreg.lottery.RunRequest;
import org.classreg.lottery.engine.Progress;
import org.classreg.lottery.engine.Result;

/** The records of draws, each call in a transaction as on a server. */
@Specializes
public class RecordsInTransactions extends RunRecords {

    @Inject
    Office office;

    @Override
    public LotteryRun create(String programCode, RunRequest request) {
        return office.in(() -> super.create(programCode, request));
    }

    @Override
    public Optional<Start> start(long id) {
        return office.in(() -> super.start(id));
    }

    @Override
    public boolean beat(long id, Progress progress) {
        return office.in(() -> super.beat(id, progress));
    }

    @Override
    public void finish(long id, Result result) {
        office.in(() -> {
            super.finish(id, result);
            return id;
        });
    }

    @Override
    public void fail(long id, String why) {
        office.in(() -> {
            super.fail(id, why);
            return id;
        });
    }
}
