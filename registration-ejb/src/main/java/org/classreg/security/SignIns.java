package org.classreg.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks passwords, and slows down who guesses. On one node the attempts on an account are checked one after the other, so that many
 * at once are not many before the first is counted. Without a transaction of its own: a failure is kept when the next attempt asks.
 */
@ApplicationScoped
public class SignIns {

    private final Object[] turns = Stream.generate(Object::new).limit(64).toArray();

    @Inject
    Accounts accounts;

    @Inject
    FailedSignIns failures;

    /**
     * Checks a password.
     *
     * @param address of the client, in whatever form tells clients apart
     */
    public Verdict attempt(String username, String password, String address) {
        var left = failures.left(username, address);
        if (!left.isZero()) {
            return new Verdict.Wait(left);
        }
        return accounts.recall(username, password).<Verdict>map(Verdict.Welcome::new)
                .orElseGet(() -> inTurn(username, password, address));
    }

    private Verdict inTurn(String username, String password, String address) {
        synchronized (turns[Math.floorMod(username.hashCode(), turns.length)]) {
            var left = failures.left(username, address);
            return !left.isZero() ? new Verdict.Wait(left) : accounts.verify(username, password)
                    .map(roles -> welcome(username, roles))
                    .orElseGet(() -> wrong(username, address));
        }
    }

    private Verdict welcome(String username, Set<String> roles) {
        failures.forgive(username);
        return new Verdict.Welcome(roles);
    }

    private Verdict wrong(String username, String address) {
        failures.add(username, address);
        return new Verdict.Wrong();
    }
}
