package org.classreg.lottery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.NotFound;
import org.classreg.lottery.engine.InvalidInstance;
import org.classreg.lottery.engine.Lottery;
import org.classreg.lottery.engine.Progress;
import org.classreg.lottery.engine.Result;

/** Draws lotteries beside the requests that ask for them, on a server one after the other: each uses all processors. */
@ApplicationScoped
public class Draws {

    private static final Logger LOG = Logger.getLogger(Draws.class.getName());
    private static final long BEAT_MILLIS = 1_000;
    private static final Progress NONE = new Progress(Double.NaN, Double.NaN);

    @Inject
    RunRecords records;

    @Inject
    ExecutorService background;

    @Inject
    Event<Queued> queued;

    private final Semaphore turn = new Semaphore(1, true);

    /** A run that waits to be drawn. */
    record Queued(long run) {
    }

    /**
     * Begins a run; its row says how far it is. The input is what students ask for at the moment when its turn comes.
     *
     * @return the run, queued
     * @throws NotFound if there is no such program
     * @throws InvalidInput if the seed or the time limit is out of range
     */
    public LotteryRun start(String program, RunRequest request) {
        var run = records.create(program, request);
        queued.fire(new Queued(run.getId()));
        return run;
    }

    /** The row is there for other threads only when the transaction that wrote it is over, be it the request's. */
    void whenQueued(@Observes(during = TransactionPhase.AFTER_SUCCESS) Queued event) {
        background.submit(() -> work(event.run()));
    }

    private void work(long id) {
        try {
            if (awaitTurn(id)) {
                try {
                    draw(id);
                } finally {
                    turn.release();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            records.fail(id, "The server was shut down.");
        } catch (InvalidInstance e) {
            records.fail(id, "The draw cannot be made: " + e.getMessage() + ".");
        } catch (RuntimeException | ExecutionException e) {
            LOG.log(Level.SEVERE, e, () -> "Lottery run " + id + " failed");
            records.fail(id, "The server failed; its log tells more under lottery run " + id + ".");
        }
    }

    private boolean awaitTurn(long id) throws InterruptedException {
        while (!turn.tryAcquire(BEAT_MILLIS, TimeUnit.MILLISECONDS)) {
            if (!records.beat(id, NONE)) {
                records.fail(id, "It was stopped before it began.");
                return false;
            }
        }
        return true;
    }

    private void draw(long id) throws InterruptedException, ExecutionException {
        var start = records.start(id);
        if (start.isPresent()) {
            var lottery = new Lottery(start.get().instance(), start.get().options());
            records.finish(id, await(id, lottery, CompletableFuture.supplyAsync(lottery::draw, Draws::inThreadOfItsOwn)));
        }
    }

    /** The engine needs nothing of the server, and the server's threads are for what does. */
    private static void inThreadOfItsOwn(Runnable work) {
        var thread = new Thread(work, "lottery-draw");
        thread.setDaemon(true);
        thread.start();
    }

    private Result await(long id, Lottery lottery, CompletableFuture<Result> result) throws InterruptedException, ExecutionException {
        try {
            while (true) {
                try {
                    return result.get(BEAT_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    if (!records.beat(id, lottery.progress())) {
                        lottery.stop();
                    }
                }
            }
        } finally {
            lottery.stop();
        }
    }
}
