package org.classreg.idempotency;

/**
 * A request that is to be done once.
 *
 * @param fingerprint a hash of all that the request asks for, at most 64 characters
 * @param repeatable whether the work can be tried again; not if it reads its input from a stream
 */
public record KeyedRequest(RequestKey key, String fingerprint, boolean repeatable) {
}
