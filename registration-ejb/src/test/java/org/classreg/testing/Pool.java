package org.classreg.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.sql.DataSource;

/** Keeps the connections to a database, as a server does: what is measured is not the connecting, and statements are prepared once. */
public final class Pool implements AutoCloseable {

    private final Deque<Connection> free = new ConcurrentLinkedDeque<>();

    /** The same database, whose connections stay open. */
    public DataSource over(DataSource database) {
        return proxy(DataSource.class, (self, method, arguments) -> {
            if (!method.getName().equals("getConnection")) {
                return invoke(database, method, arguments);
            }
            var kept = free.poll();
            return lend(kept == null ? database.getConnection() : kept);
        });
    }

    /** Closes the connections that nobody has. */
    @Override
    public void close() {
        for (var connection = free.poll(); connection != null; connection = free.poll()) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private Connection lend(Connection connection) {
        return proxy(Connection.class, (self, method, arguments) -> {
            if (method.getName().equals("close")) {
                takeBack(connection);
                return null;
            }
            return invoke(connection, method, arguments);
        });
    }

    private void takeBack(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        free.push(connection);
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
