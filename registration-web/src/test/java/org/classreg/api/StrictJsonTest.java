package org.classreg.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbException;
import jakarta.json.bind.annotation.JsonbProperty;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    private final Jsonb json = new StrictJson().getContext(Object.class);

    public record Times(OffsetDateTime at, LocalDate on) {
    }

    public record Body(Integer whole, Long large, BigDecimal number, Boolean flag, String text, List<String> texts,
            @JsonbProperty(value = "class", nillable = true) String subject) {
    }

    public record Nested(Times one, List<Times> all) {
    }

    @Test
    void valuesOfTheirTypesAreTaken() {
        assertThat(json.fromJson("{\"whole\":1,\"large\":3000000000,\"number\":1.5,\"flag\":false,\"text\":\"7\",\"texts\":[\"a\",null],\"class\":\"X1\"}",
                Body.class)).isEqualTo(new Body(1, 3_000_000_000L, new BigDecimal("1.5"), false, "7", Arrays.asList("a", null), "X1"));
        assertThat(json.fromJson("{\"whole\":null,\"large\":null,\"number\":null,\"flag\":null,\"text\":null,\"texts\":null}", Body.class))
                .isEqualTo(new Body(null, null, null, null, null, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"whole\":1.5}", "{\"whole\":3000000000}", "{\"whole\":1e308}", "{\"whole\":\"7\"}", "{\"whole\":true}", "{\"large\":1e30}",
        "{\"large\":0.1}", "{\"number\":\"1.5\"}", "{\"flag\":\"yes\"}", "{\"flag\":1}", "{\"flag\":\"true\"}", "{\"text\":7}", "{\"text\":true}",
        "{\"text\":{}}", "{\"texts\":[7]}", "{\"texts\":\"a\"}", "{\"whole\":{}}", "{\"unknown\":1}"})
    void aValueOfAnotherTypeIsRefusedAndNotBent(String body) {
        assertThatThrownBy(() -> json.fromJson(body, Body.class)).isInstanceOf(JsonbException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"all\":[\"7\"]}", "{\"all\":[7]}", "{\"all\":[[]]}", "{\"all\":{}}", "{\"all\":\"7\"}", "{\"one\":\"7\"}", "{\"one\":[]}", "{\"one\":7}",
        "{\"one\":true,\"all\":[]}", "{\"one\":\"7\",\"all\":[]}"})
    void whatIsNoObjectIsRefusedWhereAnObjectIsExpected(String body) {
        assertThatThrownBy(() -> json.fromJson(body, Nested.class)).isInstanceOf(JsonbException.class);
    }

    @Test
    void instantsAndDaysAreThoseOfAllCalendarsOfDatabases() {
        assertThat(json.fromJson("{\"at\":\"9999-12-31T23:59:59.5-05:00\",\"on\":\"0001-01-01\"}", Times.class))
                .isEqualTo(new Times(OffsetDateTime.parse("9999-12-31T23:59:59.5-05:00"), LocalDate.of(1, 1, 1)));
        assertThat(json.fromJson("{\"at\":null,\"on\":null}", Times.class)).isEqualTo(new Times(null, null));
        for (var field : List.of("at\":\"+10000-01-01T00:00:00Z", "at\":\"0000-12-31T00:00:00Z", "at\":\"-0001-01-01T00:00:00Z", "at\":\"+294277-01-01T00:00:00Z",
                "at\":\"2026-03-07T10:00:00", "at\":\"tomorrow", "on\":\"+10000-01-01", "on\":\"0000-01-01", "on\":\"2026-02-30", "on\":\"2026-3-7")) {
            assertThatThrownBy(() -> json.fromJson("{\"" + field + "\"}", Times.class)).as(field).isInstanceOf(JsonbException.class)
                    .hasRootCauseInstanceOf(DateTimeException.class);
        }
    }

    @Test
    void everyFieldIsWrittenWhateverItsNameIs() {
        assertThat(json.toJson(new Body(null, null, null, null, null, null, null))).contains("\"class\":null", "\"whole\":null");
    }
}
