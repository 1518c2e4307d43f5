package org.classreg.lottery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * The plan of a run, compressed: thousands of rows that are only ever read together and change no more. Apart from the run, so that a
 * list of runs does not read it.
 */
@Entity
@Table(name = "lottery_plan")
public class LotteryPlan {

    @Id
    @Column(name = "run_id")
    private Long run;

    private byte[] input;

    private byte[] people;

    private byte[] outcome;

    protected LotteryPlan() {
    }

    LotteryPlan(LotteryRun run, DrawInput input, Identities identities) {
        this.run = run.getId();
        this.input = InputFiles.zip(input);
        people = identities.packed();
    }

    void setOutcome(DrawOutcome outcome) {
        this.outcome = outcome.packed();
    }

    DrawInput input() {
        return InputFiles.unzip(input);
    }

    /** The anonymous input as a ZIP of CSV files. */
    byte[] zippedInput() {
        return input.clone();
    }

    Identities identities() {
        return Identities.unpack(people);
    }

    DrawOutcome outcome() {
        return DrawOutcome.unpack(outcome);
    }
}
