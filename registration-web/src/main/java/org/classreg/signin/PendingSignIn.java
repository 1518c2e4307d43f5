package org.classreg.signin;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * What the session of a visitor remembers while the visitor is at the OpenID provider. Each value is random and good for one answer.
 *
 * @param state    comes back with the answer, so that it is the answer to this session
 * @param nonce    stands in the ID token, so that it is the one that was asked for
 * @param verifier whoever steals the code lacks this (PKCE)
 * @param from     where to go then; null for the start page
 */
record PendingSignIn(String state, String nonce, String verifier, String from, Instant since) implements Serializable {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    static PendingSignIn draw(String from, Instant now) {
        return new PendingSignIn(new State().getValue(), new Nonce().getValue(), new CodeVerifier().getValue(), from, now);
    }

    boolean isOver(Instant now) {
        return !now.isBefore(since.plus(LONGEST));
    }
}
