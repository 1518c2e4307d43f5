package org.classreg.system;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.util.Set;
import org.classreg.transactions.Retried;

/** A boundary like the real ones, whose first transactions lose, as against a deadlock. */
@Stateless
@Retried
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@PermitAll
public class LosingTransactions {

    private static final String DEADLOCK = "40P01";

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry current;

    /**
     * @param losses how many transactions lose
     * @param seen takes the key of every transaction
     */
    public void lose(int losses, Set<Object> seen) {
        seen.add(current.getTransactionKey());
        if (seen.size() <= losses) {
            throw new IllegalStateException(new SQLException("Chosen to lose.", DEADLOCK));
        }
    }
}
