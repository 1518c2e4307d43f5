package org.classreg.lottery;

import org.classreg.lists.Listing;

/**
 * A run and how good its plan is.
 *
 * @param metrics null while there is no plan
 * @param undone whether its conversion has been undone
 */
public record RunDetails(LotteryRun run, RunMetrics metrics, boolean undone) {

    /** The orders in which runs can be asked for. */
    public static final Listing<RunDetails> LISTING = Listing.<RunDetails>byNumber("r.id", details -> details.run().getId())
            .number("id", "r.id", details -> details.run().getId())
            .instant("createdAt", "r.createdAt", details -> details.run().getCreatedAt())
            .text("mode", "r.mode", details -> details.run().getMode().name())
            .text("state", "r.state", details -> details.run().getState().name())
            .inOrderOf("-createdAt");
}
