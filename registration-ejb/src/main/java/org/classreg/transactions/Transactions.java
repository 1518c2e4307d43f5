package org.classreg.transactions;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.concurrent.Callable;

/** Where transactions begin and end that can be tried again. */
@Stateless
@PermitAll
public class Transactions {

    /**
     * Does the work in a transaction of its own. A failure undoes all of it.
     *
     * @throws Busy if the transaction lost against another one: unlike the failure itself it is not written to the log each time
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public <T> T inNew(Callable<T> work) throws Exception {
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw Retries.isLost(e) ? new Busy(e) : e;
        }
    }
}
