package org.classreg.lottery;

import java.util.LinkedHashMap;
import java.util.Locale;

/** What is published of a run: all that anyone needs to draw it again and to compare. */
final class ReplayFiles {

    static final String PLAN = "plan.csv";

    private ReplayFiles() {
    }

    static byte[] zip(LotteryRun run, LotteryPlan plan) {
        var files = new LinkedHashMap<>(InputFiles.files(plan.zippedInput()));
        files.put(PLAN, plan.outcome().csv());
        files.put("README.txt", readme(run));
        return InputFiles.zip(files);
    }

    private static String readme(LotteryRun run) {
        var seed = run.revealedSeed().map(String::valueOf).orElse("SEED");
        var limit = run.getState() == RunState.STOPPED ? "It was stopped early, so that a replay may give another plan.\n" : "";
        return """
                Lottery run %d of %s, without names: students, sections and classes are numbers.

                To draw it again, with the jar of this product and Java 17:

                  java -jar registration-ejb.jar lottery --mode %s --seed %s INPUT.zip OUT.csv

                where INPUT.zip is this file. OUT.csv then equals plan.csv.
                %s
                SHA-256 of the input: %s
                Commitment to the seed, the SHA-256 of "SEED:SALT": %s
                Salt: %s
                """.formatted(run.getId(), run.getProgram().getTitle(), modeName(run), seed, limit, run.getInputHash(), run.getCommitment(),
                run.revealedSalt().orElse("shown when the run is published"));
    }

    private static String modeName(LotteryRun run) {
        return run.getMode().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
