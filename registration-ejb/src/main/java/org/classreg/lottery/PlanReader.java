package org.classreg.lottery;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.Program;
import org.classreg.errors.NotFound;
import org.classreg.lottery.Explanation.Wish;
import org.classreg.lottery.RunComparison.Change;
import org.classreg.people.Person;
import org.classreg.registration.RegistrationType;
import org.classreg.registration.StudentRegistration;
import org.classreg.transactions.Chunks;

/** Reads stored plans, and puts names to their numbers. */
@Dependent
public class PlanReader {

    @Inject
    EntityManager em;

    @Inject
    Catalog catalog;

    Explanation explain(LotteryRun run, Person student) {
        var plan = plan(run);
        var identities = plan.identities();
        var number = identities.students().indexOf(student.getId());
        if (number < 0) {
            throw new NotFound("student of this lottery run", student.getUsername());
        }
        var explaining = new Explaining(draft(plan), number, student, run.getProgram(), sections(run.getProgram(), identities));
        return explaining.explain(run).and(leftAside(run, student, identities));
    }

    /** What the student asked for that was no part of the draw, as it had no time. */
    private List<Wish> leftAside(LotteryRun run, Person student, Identities identities) {
        if (run.getDrawnAt() == null) {
            return List.of();
        }
        var asked = em.createNamedQuery(StudentRegistration.ASKED, Object[].class).setParameter("ids", List.of(student.getId()))
                .setParameter("program", run.getProgram()).setParameter("at", run.getDrawnAt()).getResultStream()
                .filter(row -> !(Boolean) row[3] && !identities.sections().contains((Long) row[1]))
                .collect(Collectors.groupingBy(row -> (Long) row[1], TreeMap::new, Collectors.mapping(row -> (String) row[2], Collectors.toList())));
        return asked.entrySet().stream().map(wish -> Wish.leftAside(em.find(ClassSection.class, wish.getKey()), rank(wish.getValue()))).toList();
    }

    /** The best rank of types of preferences; 0 for interest alone. */
    private static int rank(List<String> types) {
        return types.stream().mapToInt(RegistrationType::rank).filter(rank -> rank > 0).min().orElse(0);
    }

    List<PlannedSeat> assignments(LotteryRun run) {
        var plan = plan(run);
        var identities = plan.identities();
        var sections = sections(run.getProgram(), identities);
        var people = people(identities.students());
        var draft = draft(plan);
        return IntStream.range(0, draft.students()).boxed()
                .flatMap(student -> Arrays.stream(draft.given(student)).mapToObj(section -> new PlannedSeat(
                        people.get(identities.students().get(student)).getUsername(), sections.get(section).getCode(),
                        typeName(draft.input().students().get(student).rank(section)))))
                .sorted(Comparator.comparing(PlannedSeat::student).thenComparing(PlannedSeat::section)).toList();
    }

    private static String typeName(int rank) {
        return rank > 0 ? RegistrationType.priority(rank) : RegistrationType.INTERESTED;
    }

    List<Unlucky> worstOff(RunDetails details) {
        var keys = plan(details.run()).identities().students();
        var people = people(details.metrics().worstOff().stream().map(figures -> keys.get(figures.student())).toList());
        return details.metrics().worstOff().stream().map(figures -> new Unlucky(people.get(keys.get(figures.student())), figures)).toList();
    }

    /** Half of a comparison: what one run gives, by the key of the student. */
    private record Side(Draft draft, Identities identities, Map<Long, Integer> numbers) {

        double utility(Long student) {
            return draft.utility(numbers.get(student));
        }

        List<Long> sections(Long student) {
            return Arrays.stream(draft.given(numbers.get(student))).mapToObj(identities.sections()::get).toList();
        }
    }

    RunComparison compare(RunDetails one, RunDetails other) {
        var before = side(one.run());
        var after = side(other.run());
        var both = before.numbers.keySet().stream().filter(after.numbers::containsKey).toList();
        var difference = both.stream().collect(Collectors.toMap(Function.identity(), key -> after.utility(key) - before.utility(key)));
        var gaining = both.stream().filter(key -> difference.get(key) > 0)
                .sorted(Comparator.comparing((Long key) -> -difference.get(key)).thenComparing(Function.identity())).toList();
        var losing = both.stream().filter(key -> difference.get(key) < 0)
                .sorted(Comparator.comparing((Long key) -> difference.get(key)).thenComparing(Function.identity())).toList();
        var sameInput = one.run().getInputHash().equals(other.run().getInputHash());
        return new RunComparison(one, other, sameInput, gaining.size(), losing.size(), both.size() - gaining.size() - losing.size(),
                changes(gaining, before, after, one.run().getProgram()), changes(losing, before, after, one.run().getProgram()));
    }

    private Side side(LotteryRun run) {
        var plan = plan(run);
        var identities = plan.identities();
        var numbers = new HashMap<Long, Integer>();
        identities.students().forEach(key -> numbers.put(key, numbers.size()));
        return new Side(draft(plan), identities, numbers);
    }

    private List<Change> changes(List<Long> students, Side before, Side after, Program program) {
        var shown = students.stream().limit(RunComparison.MOST).toList();
        var people = people(shown);
        Map<Long, String> codes = catalog.sections(program.getCode()).stream()
                .collect(Collectors.toMap(ClassSection::getId, ClassSection::getCode));
        return shown.stream().map(key -> new Change(people.get(key), before.utility(key), after.utility(key),
                without(before.sections(key), after.sections(key), codes), without(after.sections(key), before.sections(key), codes))).toList();
    }

    private static List<String> without(List<Long> sections, List<Long> others, Map<Long, String> codes) {
        return sections.stream().filter(section -> !others.contains(section)).map(codes::get).toList();
    }

    private LotteryPlan plan(LotteryRun run) {
        return em.find(LotteryPlan.class, run.getId());
    }

    private static Draft draft(LotteryPlan plan) {
        return new Draft(plan.input(), plan.outcome());
    }

    private List<ClassSection> sections(Program program, Identities identities) {
        var byKey = catalog.sections(program.getCode()).stream().collect(Collectors.toMap(ClassSection::getId, Function.identity()));
        return identities.sections().stream().map(byKey::get).toList();
    }

    private Map<Long, Person> people(List<Long> keys) {
        var people = new HashMap<Long, Person>();
        for (var chunk : Chunks.of(keys)) {
            em.createNamedQuery(Person.AFRESH, Person.class).setParameter("ids", chunk).getResultStream()
                    .forEach(person -> people.put(person.getId(), person));
        }
        return people;
    }
}
