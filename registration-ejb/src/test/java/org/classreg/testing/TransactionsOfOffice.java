package org.classreg.testing;

import jakarta.enterprise.inject.Specializes;
import jakarta.inject.Inject;
import java.util.concurrent.Callable;
import org.classreg.transactions.Transactions;

/** Transactions without a server. */
@Specializes
public class TransactionsOfOffice extends Transactions {

    @Inject
    Office office;

    @Override
    public <T> T inNew(Callable<T> work) {
        return office.in(work);
    }
}
