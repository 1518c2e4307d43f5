package org.classreg.lottery;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.ClassSubject;
import org.classreg.catalog.Program;
import org.classreg.catalog.Timeslot;
import org.classreg.lottery.DrawInput.Section;
import org.classreg.lottery.DrawInput.Student;
import org.classreg.lottery.engine.InstanceBuilder;
import org.classreg.lottery.engine.ProgramCap;
import org.classreg.people.Person;
import org.classreg.people.Role;
import org.classreg.registration.OverrideKind;
import org.classreg.registration.Overrides;
import org.classreg.registration.StudentRegistration;
import org.classreg.registration.StudentSubjectInterest;
import org.classreg.transactions.Chunks;

/** Makes the input of a lottery of what students ask for at an instant. Sections without a time are left aside. */
@Dependent
public class DrawInputs {

    static final int UNKNOWN_GRADE = -99;
    static final int LOWEST_GRADE = -2;
    static final int HIGHEST_GRADE = 99;
    private static final String PRIORITY = "Priority/";

    @Inject
    EntityManager em;

    @Inject
    Catalog catalog;

    /** An input, and who and what its numbers are. */
    record Named(DrawInput input, Identities identities) {
    }

    Named read(Program program, Instant at) {
        var sections = catalog.sections(program.getCode()).stream().filter(section -> !section.timeslots().isEmpty()).toList();
        var people = people(program, at);
        var slots = Stream.concat(sections.stream().flatMap(section -> section.timeslots().stream()), program.lunches().stream())
                .distinct().sorted(Comparator.comparing(Timeslot::getStartsAt).thenComparing(Timeslot::getEndsAt)).toList();
        var numbers = new Numbers(sections, slots);
        var input = new DrawInput(
                slots.stream().map(slot -> new long[] {slot.getStartsAt().toEpochMilli(), slot.getEndsAt().toEpochMilli()}).toList(),
                lunches(program, numbers), limit(program.getMaxSections()), limit(program.getMaxTimeslots()), caps(program),
                sections.stream().map(numbers::section).toList(),
                students(people, program, numbers, at));
        return new Named(input, new Identities(people, sections.stream().map(ClassSection::getId).toList()));
    }

    private static List<ProgramCap> caps(Program program) {
        return program.caps().stream().map(cap -> new ProgramCap(
                cap.getGradeMin() != null ? cap.getGradeMin() : cap.isForAll() ? UNKNOWN_GRADE : LOWEST_GRADE,
                cap.getGradeMax() != null ? cap.getGradeMax() : HIGHEST_GRADE,
                cap.getMaxStudents())).toList();
    }

    private static int limit(Integer limit) {
        return limit == null ? 0 : limit == 0 ? InstanceBuilder.NOTHING : limit;
    }

    private static List<int[]> lunches(Program program, Numbers numbers) {
        var days = program.lunches().stream().collect(Collectors.groupingBy(program::dayOf, TreeMap::new, Collectors.toList()));
        return days.values().stream().map(day -> day.stream().mapToInt(numbers.slots::get).toArray()).toList();
    }

    /** The numbers of sections, classes and timeslots. */
    private static final class Numbers {

        private final Map<Long, Integer> sections = new HashMap<>();
        private final Map<Long, Integer> subjects = new LinkedHashMap<>();
        private final Map<Long, List<Integer>> sectionsOfSubject = new HashMap<>();
        private final Map<Timeslot, Integer> slots;
        private final List<ClassSection> all;

        Numbers(List<ClassSection> all, List<Timeslot> slots) {
            this.all = all;
            this.slots = IntStream.range(0, slots.size()).boxed().collect(Collectors.toMap(slots::get, Function.identity()));
            for (var section : all) {
                var number = sections.size();
                sections.put(section.getId(), number);
                subjects.putIfAbsent(section.getSubject().getId(), subjects.size());
                sectionsOfSubject.computeIfAbsent(section.getSubject().getId(), first -> new ArrayList<>()).add(number);
            }
        }

        /** The classes for which an override lifts the range of grades. (One for a single section counts when the plan is converted.) */
        int[] exceptions(Person person, Overrides overrides) {
            return all.stream()
                    .filter(section -> overrides.lift(OverrideKind.GRADE.rule(), person, section))
                    .mapToInt(section -> subjects.get(section.getSubject().getId())).distinct().sorted().toArray();
        }

        Section section(ClassSection section) {
            var subject = section.getSubject();
            var closed = closed(section);
            return new Section(subjects.get(subject.getId()), closed.isPresent() ? 0 : section.getCapacity(), lowest(subject), highest(subject),
                    section.timeslots().stream().mapToInt(slots::get).toArray(), closed.orElse(""));
        }

        private static int lowest(ClassSubject subject) {
            if (!subject.hasGradeRange()) {
                return UNKNOWN_GRADE;
            }
            return subject.getGradeMin() == null ? LOWEST_GRADE : subject.getGradeMin();
        }

        private static int highest(ClassSubject subject) {
            return subject.getGradeMax() == null ? HIGHEST_GRADE : subject.getGradeMax();
        }

        private static Optional<String> closed(ClassSection section) {
            if (section.isCancelled()) {
                return Optional.of("SECTION_CANCELLED");
            }
            if (!section.isAccepted()) {
                return Optional.of("CLASS_NOT_ACCEPTED");
            }
            return section.isRegistrationOpen() ? Optional.empty() : Optional.of("REGISTRATION_CLOSED");
        }
    }

    /** The keys of all who wish or have something, in an order that tells nothing of them and stays the same. */
    private List<Long> people(Program program, Instant at) {
        var keys = new LinkedHashSet<Long>();
        for (var query : List.of(StudentRegistration.ASKING, StudentSubjectInterest.ASKING)) {
            keys.addAll(em.createNamedQuery(query, Long.class).setParameter("program", program).setParameter("at", at).getResultList());
        }
        return keys.stream().sorted(Comparator.comparing(key -> Seed.sha256(program.getId() + ":" + key))).toList();
    }

    private List<Student> students(List<Long> keys, Program program, Numbers numbers, Instant at) {
        var students = new ArrayList<Student>();
        for (var chunk : Chunks.of(keys)) {
            var rows = rows(StudentRegistration.ASKED, chunk, program, at);
            var interests = rows(StudentSubjectInterest.ASKED, chunk, program, at);
            var people = em.createNamedQuery(Person.AFRESH, Person.class).setParameter("ids", chunk).getResultStream()
                    .collect(Collectors.toMap(Person::getId, Function.identity()));
            var overrides = Overrides.of(em, people.values(), at);
            chunk.forEach(key -> students.add(student(people.get(key), rows.getOrDefault(key, List.of()),
                    interests.getOrDefault(key, List.of()), numbers, numbers.exceptions(people.get(key), overrides))));
        }
        return students;
    }

    private Map<Long, List<Object[]>> rows(String query, List<Long> students, Program program, Instant at) {
        return em.createNamedQuery(query, Object[].class)
                .setParameter("ids", students).setParameter("program", program).setParameter("at", at)
                .getResultStream().collect(Collectors.groupingBy(row -> (Long) row[0]));
    }

    private static Student student(Person person, List<Object[]> registrations, List<Object[]> interests, Numbers numbers,
            int[] exceptions) {
        var wishes = new LinkedHashMap<Integer, Wish>();
        var standing = new ArrayList<Integer>();
        for (var row : registrations) {
            var section = numbers.sections.get((Long) row[1]);
            if (section == null) {
                continue;
            }
            if ((Boolean) row[3]) {
                standing.add(section);
            } else {
                wishes.computeIfAbsent(section, first -> new Wish()).add((String) row[2]);
            }
        }
        interests.stream().flatMap(row -> numbers.sectionsOfSubject.getOrDefault((Long) row[1], List.of()).stream())
                .forEach(section -> wishes.computeIfAbsent(section, first -> new Wish()).interested = true);
        standing.forEach(wishes::remove);
        if (!person.is(Role.STUDENT)) {
            wishes.clear();
        }
        var rows = wishes.entrySet().stream().flatMap(wish -> wish.getValue().rows(wish.getKey()))
                .sorted(Comparator.comparing((int[] row) -> row[0]).thenComparing(row -> row[1])).toList();
        return new Student(person.grade().orElse(UNKNOWN_GRADE), limit(person.getMaxSections()), column(rows, 0), column(rows, 1),
                standing.stream().sorted().mapToInt(Integer::intValue).toArray(), exceptions);
    }

    private static int[] column(List<int[]> rows, int column) {
        return rows.stream().flatMapToInt(row -> Arrays.stream(row, column, column + 1)).toArray();
    }

    /** What one student says of one section. */
    private static final class Wish {

        private int rank;
        private boolean interested;

        void add(String type) {
            if (type.startsWith(PRIORITY)) {
                var given = Integer.parseInt(type.substring(PRIORITY.length()));
                rank = rank == 0 ? given : Math.min(rank, given);
            } else {
                interested = true;
            }
        }

        Stream<int[]> rows(int section) {
            return Stream.of(rank > 0 ? new int[] {section, rank} : null, interested ? new int[] {section, 0} : null)
                    .filter(row -> row != null);
        }
    }
}
