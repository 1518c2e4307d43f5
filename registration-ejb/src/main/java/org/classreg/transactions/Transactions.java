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

    /** Does the work in a transaction of its own. A failure undoes all of it. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public <T> T inNew(Callable<T> work) throws Exception {
        return work.call();
    }
}
