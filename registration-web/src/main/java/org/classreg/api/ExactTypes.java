package org.classreg.api;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.JsonbException;
import jakarta.json.bind.serializer.DeserializationContext;
import jakarta.json.bind.serializer.JsonbDeserializer;
import jakarta.json.stream.JsonParser;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Takes each value of a body for what it is. JSON-B would read 1.5 as 1, 3000000000 as a negative number, "yes" as false and 7 as a text. */
final class ExactTypes {

    private ExactTypes() {
    }

    static JsonbDeserializer<?>[] all() {
        return new JsonbDeserializer<?>[] {new OfInteger(), new OfLong(), new OfBigDecimal(), new OfBoolean(), new OfString(),
            new OfOffsetDateTime(), new OfLocalDate()};
    }

    /** Reads a value that is not null. */
    private abstract static class Exact<T> implements JsonbDeserializer<T> {

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context, Type type) {
            var value = parser.getValue();
            try {
                return value == JsonValue.NULL ? null : read(value);
            } catch (ArithmeticException | ClassCastException | DateTimeException e) {
                throw new JsonbException(value.getValueType() + " is not of the type that is expected here", e);
            }
        }

        /**
         * @throws ClassCastException if it is of another type; ArithmeticException if it is too large, or no whole number; DateTimeException with
         * a message for who wrote it
         */
        abstract T read(JsonValue value);
    }

    private static final class OfInteger extends Exact<Integer> {

        @Override
        Integer read(JsonValue value) {
            return number(value).intValueExact();
        }
    }

    private static final class OfLong extends Exact<Long> {

        @Override
        Long read(JsonValue value) {
            return number(value).longValueExact();
        }
    }

    private static final class OfBigDecimal extends Exact<BigDecimal> {

        @Override
        BigDecimal read(JsonValue value) {
            return number(value);
        }
    }

    private static final class OfBoolean extends Exact<Boolean> {

        @Override
        Boolean read(JsonValue value) {
            if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
                return value == JsonValue.TRUE;
            }
            throw new ClassCastException();
        }
    }

    private static final class OfString extends Exact<String> {

        @Override
        String read(JsonValue value) {
            return ((JsonString) value).getString();
        }
    }

    private static final class OfOffsetDateTime extends Exact<OffsetDateTime> {

        @Override
        OffsetDateTime read(JsonValue value) {
            return Instants.parse(((JsonString) value).getString());
        }
    }

    private static final class OfLocalDate extends Exact<LocalDate> {

        @Override
        LocalDate read(JsonValue value) {
            return Days.parse(((JsonString) value).getString());
        }
    }

    private static BigDecimal number(JsonValue value) {
        return ((JsonNumber) value).bigDecimalValue();
    }
}
