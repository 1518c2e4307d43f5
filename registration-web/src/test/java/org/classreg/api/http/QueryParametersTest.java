package org.classreg.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.classreg.api.Paging;
import org.classreg.errors.InvalidInput;
import org.junit.jupiter.api.Test;

class QueryParametersTest {

    @Test
    void thoseOfAnOperationAreItsOwnAndThoseOfItsBeans() {
        var method = Stream.of(Things.class.getDeclaredMethods()).findFirst().orElseThrow();

        assertThat(QueryParameters.names(method)).containsExactly("at", "cursor", "limit", "sort", "type");
    }

    @Test
    void anotherOneIsRefusedByItsName() {
        assertThatNoException().isThrownBy(() -> QueryParameters.require(Set.of("type"), Map.of("type", List.of("x", "y"))));
        assertThatThrownBy(() -> QueryParameters.require(Set.of("type"), Map.of("tpye", List.of("x"))))
                .isInstanceOfSatisfying(InvalidInput.class, e -> assertThat(e.faults().get(0).field()).isEqualTo("tpye"))
                .hasMessageContaining("type");
        assertThatThrownBy(() -> QueryParameters.require(Set.of(), Map.of("type", List.of("x")))).hasMessageContaining("no parameters");
    }

    @Test
    void theCharacterThatNoDatabaseKeepsIsRefused() {
        assertThatThrownBy(() -> QueryParameters.require(Set.of("type"), Map.of("type", List.of("x", "a\0b"))))
                .isInstanceOf(InvalidInput.class).hasMessageContaining("U+0000");
    }

    private interface Things {

        Object list(@PathParam("program") String program, @QueryParam("type") String type, @QueryParam("at") String at, @BeanParam Paging paging);
    }
}
