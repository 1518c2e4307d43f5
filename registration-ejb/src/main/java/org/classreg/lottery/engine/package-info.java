/**
 * Draws class lotteries: plain Java on flat arrays, without a library or a server.
 *
 * <p>The way: {@link org.classreg.lottery.engine.PriceSearch} finds prices of seats at which demand meets supply, which also bounds every
 * assignment from above; {@link org.classreg.lottery.engine.Construction} lets students choose in drawn order at those prices;
 * {@link org.classreg.lottery.engine.Auction} moves seats to who values them most. In all of these, a student's best schedule at
 * given prices is found exactly by {@link org.classreg.lottery.engine.Scheduler}.
 *
 * <p>The same seed and input give the same assignment everywhere: the search counts in whole numbers, sums do not depend on the
 * order of threads, and work is measured in rounds and never in seconds.
 */
package org.classreg.lottery.engine;
