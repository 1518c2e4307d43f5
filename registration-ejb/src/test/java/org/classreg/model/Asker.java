package org.classreg.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.classreg.testing.Office;

/** Asks as of now while others change what is asked about; and later again, as of the same instants. */
final class Asker {

    private record Asked(String question, Callable<?> query, Object answer) {
    }

    private static final int MOST = 100;

    private final Office office;
    private final Answers answers;
    private final int students;
    private final boolean catalogStays;
    private final Random random;
    private final List<Asked> asked = new ArrayList<>();
    private Instant before;

    /** @param catalogStays whether eligibility can be asked again: it is answered with the settings and times of the day of asking */
    Asker(Office office, int students, boolean catalogStays, long seed) {
        this.office = office;
        this.students = students;
        this.catalogStays = catalogStays;
        answers = new Answers(office);
        random = new Random(seed);
        before = office.clock().instant();
    }

    /** @return how much it asked */
    int askWhile(BooleanSupplier going) {
        while (going.getAsBoolean() && asked.size() < MOST) {
            var now = office.clock().instant();
            var queries = queries(now);
            var question = List.copyOf(queries.keySet()).get(random.nextInt(queries.size()));
            var query = queries.get(question);
            asked.add(new Asked(question + " as of " + now, query, office.in(query)));
            before = now;
        }
        return asked.size();
    }

    private Map<String, Callable<?>> queries(Instant now) {
        var student = "s" + (1 + random.nextInt(students));
        var section = Campus.SECTIONS.get(random.nextInt(Campus.SECTIONS.size())).code();
        return switch (random.nextInt(catalogStays ? 4 : 3)) {
            case 0 -> answers.ofProgram(now, before);
            case 1 -> answers.ofSection(section, now);
            case 2 -> answers.ofStudent(student, now);
            default -> Map.of("eligibility of " + student + " in " + section, () -> answers.eligibility(student, section, now));
        };
    }

    /** @throws AssertionError with the first answer that is not as it was */
    void askAgain() {
        assertThat(asked).isNotEmpty();
        asked.forEach(one -> assertThat((Object) office.in(one.query)).as(one.question).isEqualTo(one.answer));
    }
}
