package org.classreg.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/** Writes down the SQL of every statement that is prepared on a database. */
public final class StatementLog {

    private final List<String> statements = new CopyOnWriteArrayList<>();

    /** The same database, listened to. */
    public DataSource listenTo(DataSource database) {
        return proxy(DataSource.class, (self, method, arguments) -> {
            var result = invoke(database, method, arguments);
            return result instanceof Connection connection ? listenTo(connection) : result;
        });
    }

    private Connection listenTo(Connection connection) {
        return proxy(Connection.class, (self, method, arguments) -> {
            if (method.getName().startsWith("prepare") && arguments != null) {
                statements.add((String) arguments[0]);
            }
            return invoke(connection, method, arguments);
        });
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

    /** What was prepared while this work was done, without the numbers of sequences, which come in blocks. */
    public List<String> during(Runnable work) {
        statements.clear();
        work.run();
        return statements.stream().filter(sql -> !sql.toLowerCase().contains("_seq")).toList();
    }
}
