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
 * On PostgreSQL it is asked for what is active and for what has ended apart, the latter by its range, which is indexed for sections, and by its
 * end and start, which are for students: both find it however many rows have ended. Elsewhere the two columns are compared.
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
            var at = items.get(2);
            print(printer, "(", items.get(1), " is null and ", items.get(0), " is null or ", items.get(1), " is null and ", items.get(0), " <= ", at,
                    " or ", items.get(1), " is not null and ", items.get(1), " > ", at, " and coalesce(", items.get(0), ", '-infinity') <= ", at,
                    " and tstzrange(", items.get(0), ", ", items.get(1), ") @> cast(", at, " as timestamp with time zone))");
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
