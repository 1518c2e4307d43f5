package org.classreg.transactions;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Makes {@link Retried} true. */
@Retried
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class RetryInterceptor {

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry current;

    @Inject
    Transactions transactions;

    @AroundInvoke
    Object retry(InvocationContext invocation) throws Exception {
        if (current.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) {
            return invocation.proceed();
        }
        return Retries.call(() -> transactions.inNew(invocation::proceed));
    }
}
