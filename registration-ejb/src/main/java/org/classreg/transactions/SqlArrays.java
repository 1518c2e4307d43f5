package org.classreg.transactions;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Thousands of values as one parameter of a native query: its text stays short and the same, and is read by the database once. */
public final class SqlArrays {

    private SqlArrays() {
    }

    /** For <code>cast(?1 as bigint array)</code>. */
    public static Array ofKeys(EntityManager em, Stream<Long> keys) {
        return of(em, "bigint", keys, Long[]::new);
    }

    /** For a cast to an array of the type; values may be null. An array of their own class goes to PostgreSQL as it is, and not as text. */
    public static <T> Array of(EntityManager em, String type, Stream<T> values, IntFunction<T[]> array) {
        try {
            return em.unwrap(Connection.class).createArrayOf(type, values.toArray(array));
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }
}
