package org.classreg.administration;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/** Which fields of something a change touches. */
final class Difference {

    private Difference() {
    }

    /** The names of the fields in which the two differ, in a row; empty when there are none. */
    static <R extends Record> String between(R before, R after) {
        return Arrays.stream(before.getClass().getRecordComponents())
                .filter(component -> !Objects.equals(value(component, before), value(component, after)))
                .map(RecordComponent::getName).collect(Collectors.joining(", "));
    }

    private static Object value(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
