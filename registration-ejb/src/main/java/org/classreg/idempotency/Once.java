package org.classreg.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.classreg.errors.Refused;
import org.classreg.transactions.Busy;
import org.classreg.transactions.Retries;
import org.classreg.transactions.Transactions;

/** Does requests that name a key: the work and the keeping of its answer are one transaction. A failure keeps nothing, as it changes nothing. */
@ApplicationScoped
public class Once {

    @Inject
    Transactions transactions;

    @Inject
    KeptAnswers answers;

    /** Those of this node. */
    private final Set<RequestKey> running = ConcurrentHashMap.newKeySet();

    /**
     * Does a request that {@link KeptAnswers#find} does not know.
     *
     * @param answer what to keep of the result of the work
     * @return the result of the work
     * @throws Refused with IN_PROGRESS if another thread or node is doing the same
     * @throws Busy if the transaction lost against others
     */
    public <T> T call(KeyedRequest request, Callable<T> work, Function<T, Answer> answer) throws Exception {
        if (!running.add(request.key())) {
            throw KeptAnswers.inProgress();
        }
        try {
            Callable<T> attempt = () -> transactions.inNew(() -> attempt(request, work, answer));
            return request.repeatable() ? Retries.call(attempt) : Retries.once(attempt);
        } finally {
            running.remove(request.key());
        }
    }

    /** Checked exceptions would not undo the transaction. */
    private <T> T attempt(KeyedRequest request, Callable<T> work, Function<T, Answer> answer) {
        answers.begin(request.key());
        try {
            var result = work.call();
            answers.keep(request.key(), request.fingerprint(), answer.apply(result));
            return result;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
