package org.classreg.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Writes down how PostgreSQL did every statement: the plan that it took, with the rows it read for nothing, by its own auto_explain. */
public final class PlanLog {

    /** Whether PostgreSQL plans for the parameters at hand, or once for all, as it may for a statement that comes again and again. */
    public enum Planning {
        CUSTOM, GENERIC
    }

    private final List<String> plans = new CopyOnWriteArrayList<>();

    /** This database of PostgreSQL, listened to from its next connection on. */
    public DataSource listenTo(DataSource database, Planning planning) throws SQLException {
        ((PGSimpleDataSource) database).setPrepareThreshold(1);
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            for (var setting : List.of("session_preload_libraries = auto_explain", "auto_explain.log_min_duration = 0",
                    "auto_explain.log_analyze = on", "auto_explain.log_nested_statements = on", "client_min_messages = log",
                    "plan_cache_mode = force_" + planning.name().toLowerCase() + "_plan")) {
                statement.execute("alter database " + connection.getCatalog() + " set " + setting);
            }
        }
        return proxy(DataSource.class, (self, method, arguments) -> {
            var result = invoke(database, method, arguments);
            return result instanceof Connection connection ? listenTo(connection) : result;
        });
    }

    private Connection listenTo(Connection connection) {
        return proxy(Connection.class, (self, method, arguments) -> {
            var result = invoke(connection, method, arguments);
            if (method.getName().equals("commit")) {
                note(connection.getWarnings());
                connection.clearWarnings();
            }
            return result instanceof PreparedStatement statement ? listenTo(statement) : result;
        });
    }

    private PreparedStatement listenTo(PreparedStatement statement) {
        return proxy(PreparedStatement.class, (self, method, arguments) -> {
            var result = invoke(statement, method, arguments);
            if (method.getName().startsWith("execute")) {
                note(statement.getWarnings());
            }
            return result;
        });
    }

    /** PostgreSQL tells of a query when it has been read to its end, which may be with the next statement or the commit. */
    private void note(SQLWarning first) {
        for (var message = first; message != null; message = message.getNextWarning()) {
            plans.add(message.getMessage());
        }
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

    /** The plans of all that was asked while this work was done. */
    public List<String> during(Runnable work) {
        plans.clear();
        work.run();
        return List.copyOf(plans);
    }
}
