package org.classreg.model;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.classreg.model.Model.Section;
import org.classreg.registration.Treatment;
import org.classreg.testing.DatabaseKind;

/** Whatever is asked of the office in whatever order, it answers as the model does, and remembers every moment. */
class AgreesWithTheModelTest {

    /** A request, in words that a failing example prints. */
    record Step(String what, String student, String section, String target, int back) {

        void apply(BothOffices offices) {
            switch (what) {
                case "enroll" -> offices.register(student, section, Model.ENROLLED);
                case "wish" -> offices.register(student, section, Model.INTERESTED);
                case "move" -> offices.move(student, section, target);
                case "expire" -> offices.expire(student, section, Model.ENROLLED);
                case "withdraw" -> offices.expire(student, section, Model.INTERESTED);
                case "wait" -> offices.register(student, section, Model.WAITLIST);
                case "leave" -> offices.expire(student, section, Model.WAITLIST);
                case "swap" -> offices.swap(student, section);
                case "resize" -> offices.resize(section, back, Treatment.values()[student.charAt(1) % Treatment.values().length]);
                case "cancel" -> offices.cancel(section);
                case "expire section" -> offices.expireSection(section);
                case "convert" -> offices.convert();
                case "undo" -> offices.undo(back);
                default -> throw new IllegalStateException(what);
            }
            offices.agree();
        }
    }

    @Property(tries = 30)
    void onH2(@ForAll("histories") List<Step> history) {
        replay(DatabaseKind.H2, history);
    }

    @Property(tries = 10)
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
                Tuple.of(8, "enroll"), Tuple.of(6, "wish"), Tuple.of(5, "move"), Tuple.of(3, "expire"), Tuple.of(2, "withdraw"),
                Tuple.of(6, "wait"), Tuple.of(1, "leave"), Tuple.of(3, "swap"), Tuple.of(2, "resize"),
                Tuple.of(1, "expire section"), Tuple.of(1, "cancel"), Tuple.of(2, "convert"), Tuple.of(4, "undo"));
        var sections = Arbitraries.of(Model.SECTIONS).map(Section::code);
        return Combinators.combine(what, Arbitraries.of(Model.STUDENTS), sections, sections, Arbitraries.integers().between(0, 3))
                .as(Step::new).list().ofMinSize(5).ofMaxSize(40);
    }
}
