package org.classreg.lottery;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.Locks;
import org.classreg.catalog.Program;
import org.classreg.errors.Reason;
import org.classreg.errors.Refused;
import org.classreg.operations.Journal;
import org.classreg.operations.Operation;
import org.classreg.people.Person;
import org.classreg.registration.Overrides;
import org.classreg.registration.RegistrationRows;
import org.classreg.registration.RegistrationType;
import org.classreg.registration.RegistrationTypes;
import org.classreg.registration.Seats;
import org.classreg.registration.StudentRegistration;
import org.classreg.registration.StudentSubjectInterest;
import org.classreg.rules.Addition;
import org.classreg.rules.Rules;
import org.classreg.transactions.Chunks;
import org.classreg.transactions.SqlArrays;

/** Makes a plan enrollments, in the current transaction: all of it, or nothing and the reasons. */
@Dependent
public class PlanConversion {

    static final int MOST_REASONS = 100;

    private static final int BATCH = 10_000;

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Catalog catalog;

    @Inject
    RegistrationTypes types;

    @Inject
    RegistrationRows rows;

    @Inject
    Locks locks;

    @Inject
    PlanWaitlist waitlist;

    @Inject
    Journal journal;

    /** A seat of the plan. */
    private record Seat(Person student, ClassSection section) {
    }

    /**
     * @param run whose row is locked
     * @param waiting whether those are put in line who asked by priority for a full section that the plan does not give them
     * @throws Refused with PLAN_BROKEN and the reasons for each seat that cannot be given, at most {@link #MOST_REASONS} of them
     */
    RunConversion convert(LotteryRun run, Identities identities, DrawOutcome outcome, boolean waiting, ConversionProgress progress) {
        var program = run.getProgram();
        var people = locks.studentsByKey(waiting ? identities.students() : winners(identities, outcome));
        var sections = catalog.sections(program.getCode()).stream().collect(Collectors.toMap(ClassSection::getId, Function.identity()));
        var seats = seats(people, sections, identities, outcome);
        progress.begin(seats.size());
        locks.sections(waiting ? sections.values() : seats.stream().map(Seat::section).distinct().toList());
        program.caps().forEach(locks::cap);
        var at = clock.instant();
        var won = won(seats, program, at);
        var held = new Seats(em.createNamedQuery(StudentRegistration.VALID_FOR_PROGRAM, StudentRegistration.class)
                .setParameter("program", program).setParameter("types", RegistrationType.SEATS).setParameter("at", at)
                .getResultList());
        var operation = journal.begin("convertLottery", at, "Lottery run " + run.getId()).in(run.getProgram());
        em.flush();
        var added = add(seats, won, held, operation, progress);
        em.flush();
        operation.countChanges(end(seats, won, operation));
        var lined = waiting ? waitlist.join(operation, program, people, sections, held, places(identities, outcome)) : 0;
        var conversion = new RunConversion(operation.getId(), added, seats.size() - added, lined);
        run.convert(operation, conversion);
        return conversion;
    }

    private static List<Long> winners(Identities identities, DrawOutcome outcome) {
        return IntStream.range(0, outcome.given().size()).filter(student -> outcome.given().get(student).length > 0)
                .mapToObj(identities.students()::get).toList();
    }

    /** When it was whose turn in the draw, by key. */
    private static Map<Long, Integer> places(Identities identities, DrawOutcome outcome) {
        var places = new HashMap<Long, Integer>();
        for (var student = 0; student < outcome.places().size(); student++) {
            places.put(identities.students().get(student), outcome.places().get(student));
        }
        return places;
    }

    private static List<Seat> seats(Map<Long, Person> people, Map<Long, ClassSection> sections, Identities identities, DrawOutcome outcome) {
        var seats = new ArrayList<Seat>();
        for (var student = 0; student < outcome.given().size(); student++) {
            for (var section : outcome.given().get(student)) {
                seats.add(new Seat(people.get(identities.students().get(student)), sections.get(identities.sections().get(section))));
            }
        }
        return seats;
    }

    /** The interests in classes that end, by key, and the seats that nobody asks for. */
    private record Won(Set<Long> interests, Set<Place> unasked) {
    }

    private record Place(Long student, Long section) {

        static Place of(Seat seat) {
            return new Place(seat.student.getId(), seat.section.getId());
        }
    }

    private Won won(List<Seat> seats, Program program, Instant at) {
        var won = new Won(new HashSet<>(), new HashSet<>());
        for (var chunk : Chunks.of(seats)) {
            withoutPreference(chunk, at).forEach(row -> won.unasked.add(new Place((Long) row[0], (Long) row[1])));
        }
        var bySubject = seats.stream().collect(Collectors.groupingBy(
                seat -> new Place(seat.student.getId(), seat.section.getSubject().getId()), Collectors.mapping(Place::of, Collectors.toList())));
        for (var chunk : Chunks.of(students(seats).stream().distinct().toList())) {
            for (var row : rows(StudentSubjectInterest.ASKED, chunk, program, at)) {
                bySubject.getOrDefault(new Place((Long) row[0], (Long) row[1]), List.of()).forEach(place -> {
                    won.interests.add((Long) row[2]);
                    won.unasked.remove(place);
                });
            }
        }
        for (var chunk : Chunks.of(won.unasked.stream().map(Place::student).distinct().toList())) {
            rows(StudentRegistration.ASKED, chunk, program, at).stream().filter(row -> !(Boolean) row[3])
                    .forEach(row -> won.unasked.remove(new Place((Long) row[0], (Long) row[1])));
        }
        return won;
    }

    /** The seats, as keys of student and section, for which the student has no preference that has no end: few, or the plan is broken. */
    @SuppressWarnings("unchecked")
    private List<Object[]> withoutPreference(List<Seat> seats, Instant at) {
        return em.createNativeQuery("""
                select seat.student_id, seat.section_id
                from unnest(cast(?1 as bigint array), cast(?2 as bigint array)) as seat (student_id, section_id)
                where not exists (select 1 from student_registration e join registration_type t on t.id = e.type_id
                    where e.student_id = seat.student_id and e.section_id = seat.section_id
                        and e.end_date is null and (e.start_date is null or e.start_date <= ?3) and t.preference = true)""")
                .setParameter(1, SqlArrays.ofKeys(em, students(seats).stream()))
                .setParameter(2, SqlArrays.ofKeys(em, sections(seats).stream()))
                .setParameter(3, at.atOffset(ZoneOffset.UTC))
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
    }

    private static List<Long> students(List<Seat> seats) {
        return seats.stream().map(seat -> seat.student.getId()).toList();
    }

    private static List<Long> sections(List<Seat> seats) {
        return seats.stream().map(seat -> seat.section.getId()).toList();
    }

    /** What the winners have asked for ends, wherever it was won. */
    private int end(List<Seat> seats, Won won, Operation operation) {
        var ended = rows.endInterests(won.interests, operation);
        for (var chunk : Chunks.of(seats)) {
            ended += rows.endAskedFor(students(chunk), sections(chunk), operation);
        }
        return ended;
    }

    private List<Object[]> rows(String query, List<Long> students, Program program, Instant at) {
        return em.createNamedQuery(query, Object[].class)
                .setParameter("ids", students).setParameter("program", program).setParameter("at", at).setFlushMode(FlushModeType.COMMIT).getResultList();
    }

    private int add(List<Seat> seats, Won won, Seats held, Operation operation, ConversionProgress progress) {
        var enrolled = types.getByName(RegistrationType.ENROLLED);
        var overrides = Overrides.of(em, seats.stream().map(Seat::student).distinct().toList(), operation.getPerformedAt());
        var participants = new Participants(held);
        var faults = new ArrayList<Reason>();
        var broken = 0;
        var added = new ArrayList<StudentRegistration>();
        for (var done = 0; done < seats.size(); done++) {
            var seat = seats.get(done);
            if (held.find(seat.student, seat.section).isEmpty()) {
                var schedule = held.schedule(seat.student, seat.section);
                var objections = objections(seat, won, overrides, new Addition(seat.student, seat.section, schedule, operation.getPerformedAt(), participants));
                if (objections.isEmpty()) {
                    var enrollment = new StudentRegistration(seat.student, seat.section, enrolled, operation.getPerformedAt(), operation);
                    added.add(enrollment);
                    held.add(enrollment);
                    if (schedule.isEmpty()) {
                        participants.add(seat.student);
                    }
                } else {
                    broken++;
                    objections.stream().limit(MOST_REASONS - faults.size()).forEach(reason -> faults.add(about(seat, reason)));
                }
            }
            if (done % BATCH == BATCH - 1) {
                progress.add(BATCH);
            }
        }
        requireWhole(broken, seats.size(), faults);
        rows.write(added);
        progress.add(seats.size() % BATCH);
        return added.size();
    }

    private static List<Reason> objections(Seat seat, Won won, Overrides overrides, Addition addition) {
        if (won.unasked.contains(Place.of(seat))) {
            return List.of(new Reason("NOT_WANTED", "%s does not ask for %s any more.".formatted(seat.student.name(), seat.section.getCode())));
        }
        return overrides.without(Rules.SEAT.objections(addition), seat.student, seat.section);
    }

    private static Reason about(Seat seat, Reason reason) {
        return new Reason(reason.code(), "%s in %s: %s".formatted(seat.student.name(), seat.section.getCode(), reason.message()));
    }

    private static void requireWhole(int broken, int seats, List<Reason> faults) {
        if (broken > 0) {
            faults.add(0, new Reason("PLAN_BROKEN", "Since the draw something has changed, so that %,d of the %,d seats of the plan cannot be given."
                    .formatted(broken, seats)));
            throw new Refused(faults);
        }
    }
}
