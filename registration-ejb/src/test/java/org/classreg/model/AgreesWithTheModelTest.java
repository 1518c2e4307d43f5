package org.classreg.model;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import org.classreg.testing.DatabaseKind;

/**
 * Whatever is asked of the office in whatever order, it answers as the model does, and remembers every moment. How many histories are tried
 * is said by {@code jqwik.tries.default}, a system property.
 */
class AgreesWithTheModelTest {

    @Property
    void onH2(@ForAll("histories") List<Step> history) {
        replay(DatabaseKind.H2, history);
    }

    @Property
    void onPostgres(@ForAll("histories") List<Step> history) {
        replay(DatabaseKind.POSTGRESQL, history);
    }

    private static void replay(DatabaseKind kind, List<Step> history) {
        try (var offices = new BothOffices(kind)) {
            history.forEach(step -> step.apply(offices));
            offices.rememberEverything();
        }
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        var what = Arbitraries.frequency(
                Tuple.of(16, "enroll"), Tuple.of(14, "wait"), Tuple.of(4, "class"), Tuple.of(6, "swap"), Tuple.of(10, "move"), Tuple.of(8, "expire"),
                Tuple.of(2, "expire student"), Tuple.of(2, "expire section"), Tuple.of(4, "batch"), Tuple.of(6, "accept"), Tuple.of(4, "lapse"),
                Tuple.of(2, "pass"), Tuple.of(2, "attend"), Tuple.of(2, "check in"), Tuple.of(2, "check out"), Tuple.of(4, "walk in"),
                Tuple.of(2, "mark"), Tuple.of(2, "missing"), Tuple.of(6, "wish"), Tuple.of(4, "rank"), Tuple.of(2, "express"),
                Tuple.of(2, "withdraw"), Tuple.of(4, "convert"), Tuple.of(6, "configure"), Tuple.of(4, "time"), Tuple.of(4, "resize"),
                Tuple.of(2, "cancel"), Tuple.of(14, "undo"));
        var sections = Arbitraries.frequency(Tuple.of(4, "E1s1"), Tuple.of(2, "E1s2"), Tuple.of(4, "E2s1"), Tuple.of(2, "E3s1"), Tuple.of(1, "E4s1"),
                Tuple.of(1, "E5s1"));
        return Combinators.combine(what, Arbitraries.of(Model.STUDENTS), sections, sections, Arbitraries.integers().between(0, Step.NUMBERS - 1))
                .as(Step::new).list().ofMinSize(10).ofMaxSize(50)
                .withSizeDistribution(RandomDistribution.uniform());
    }
}
