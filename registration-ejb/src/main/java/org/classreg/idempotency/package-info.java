/**
 * A request that is repeated with the same key does nothing twice, on whichever node, before or after a restart.
 * The answer is kept in the transaction of the work itself: there is never one without the other.
 */
package org.classreg.idempotency;
