package org.classreg.time;

import java.util.List;
import org.eclipse.persistence.expressions.Expression;
import org.eclipse.persistence.expressions.ExpressionOperator;
import org.eclipse.persistence.internal.expressions.ExpressionSQLPrinter;
import org.eclipse.persistence.internal.expressions.FunctionExpression;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * The operator {@code ValidAt} of queries, with a start, an end and an instant: start &lt;= instant &lt; end, where a null start or end is no bound.
 * On PostgreSQL it is asked of a range, which an index finds however many rows have ended; elsewhere of the two columns.
 */
public final class ValidAt extends ExpressionOperator implements SessionCustomizer {

    private static final String NAME = "ValidAt";

    /** Any number that is not one of EclipseLink's own. */
    private static final int SELECTOR = 70_001;

    public ValidAt() {
        setSelector(SELECTOR);
        setName(NAME);
        setType(ComparisonOperator);
        setNodeClass(FunctionExpression.class);
        printsAs(NAME);
    }

    @Override
    public void customize(Session session) {
        registerOperator(SELECTOR, NAME);
        addOperator(this);
    }

    /** @param items the start, the end, the instant */
    @Override
    public void printCollection(List<Expression> items, ExpressionSQLPrinter printer) {
        if (printer.getPlatform().isPostgreSQL()) {
            print(printer, "(tstzrange(", items.get(0), ", ", items.get(1), ") @> cast(", items.get(2), " as timestamp with time zone))");
        } else {
            print(printer, "((", items.get(0), " is null or ", items.get(0), " <= ", items.get(2), ") and (",
                    items.get(1), " is null or ", items.get(1), " > ", items.get(2), "))");
        }
    }

    private static void print(ExpressionSQLPrinter printer, Object... parts) {
        for (var part : parts) {
            if (part instanceof Expression expression) {
                expression.printSQL(printer);
            } else {
                printer.printString((String) part);
            }
        }
    }
}
