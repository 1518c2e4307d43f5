package org.classreg.lists;

import java.util.LinkedHashMap;
import java.util.Map;

/** A query of a list, with conditions that hold only if the caller names something. */
public final class Conditions {

    private final StringBuilder jpql;
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    /** @param jpql with at least one condition */
    public Conditions(String jpql) {
        this.jpql = new StringBuilder(jpql);
    }

    public Conditions with(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    /**
     * Adds a condition if there is something to compare with.
     *
     * @param condition in JPQL, with the parameter
     * @param value null for nothing
     */
    public Conditions andIf(String condition, String parameter, Object value) {
        return value == null ? this : and(condition).with(parameter, value);
    }

    public Conditions and(String condition) {
        jpql.append(" and (").append(condition).append(')');
        return this;
    }

    String jpql() {
        return jpql.toString();
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
