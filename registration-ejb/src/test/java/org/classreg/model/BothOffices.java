package org.classreg.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.classreg.testing.SmallProgram.CODE;
import static org.classreg.testing.SmallProgram.id;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.ProgramSettings;
import org.classreg.errors.Reason;
import org.classreg.errors.Refused;
import org.classreg.lottery.Lotteries;
import org.classreg.operations.Operations;
import org.classreg.registration.Enrollments;
import org.classreg.registration.Programs;
import org.classreg.registration.Registrations;
import org.classreg.registration.Reversals;
import org.classreg.registration.Rosters;
import org.classreg.registration.Schedules;
import org.classreg.registration.SectionChanges;
import org.classreg.registration.StudentRegistration;
import org.classreg.registration.Treatment;
import org.classreg.registration.Waitlists;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.classreg.testing.SmallProgram;

/** The real office and the model of it, which get the same requests and must always agree. */
final class BothOffices implements AutoCloseable {

    private final Office office;
    private final Registrations registrations;
    private final Model model = new Model();
    private final List<Long> operations = new ArrayList<>();
    private final Map<Instant, Map<String, Set<String>>> past = new LinkedHashMap<>();

    BothOffices(DatabaseKind kind) {
        office = Office.on(kind);
        var program = new SmallProgram(office);
        registrations = office.get(Registrations.class);
        program.students(Model.STUDENTS.size());
        Model.SECTIONS.forEach(section -> program.section(section.code(), section.seats(), section.meeting()));
        var cap = new ProgramSettings.Cap(null, null, Model.CAP);
        office.in(() -> office.get(Programs.class).configure(CODE, ProgramSettings.DEFAULT.withCaps(cap)));
    }

    void register(String student, String section, String type) {
        assertThat(objections(() -> registrations.register(id(section), student, type))).isEqualTo(model.register(student, section, type));
    }

    void move(String student, String from, String to) {
        if (model.has(student, from, Model.ENROLLED)) {
            var registration = find(student, from, Model.ENROLLED);
            assertThat(objections(() -> registrations.move(registration, to))).isEqualTo(model.move(student, from, to));
        }
    }

    void swap(String student, String section) {
        assertThat(objections(() -> office.get(Enrollments.class).swapInto(id(section), student))).isEqualTo(model.swap(student, section));
    }

    void resize(String section, int seats, boolean wait) {
        model.resize(section, seats, wait);
        office.in(() -> office.get(SectionChanges.class).change(id(section), new SectionChanges.Wanted(null, new SectionChanges.Size(seats)),
                wait ? Treatment.WAITLIST : Treatment.END));
    }

    void expire(String student, String section, String type) {
        if (model.has(student, section, type)) {
            var registration = find(student, section, type);
            model.expire(student, section, type);
            office.in(() -> registrations.expire(registration));
        }
    }

    void expireSection(String section) {
        model.expireSection(section);
        office.in(() -> registrations.expireSection(id(section)));
    }

    void convert() {
        model.convert();
        office.in(() -> office.get(Lotteries.class).convert(CODE, Optional.empty(), List.of(Model.INTERESTED)));
    }

    /** Undoes one of the operations, counted back from the last. */
    void undo(int back) {
        if (!operations.isEmpty()) {
            var number = operations.size() - 1 - back % operations.size();
            var refused = !objections(() -> office.get(Reversals.class).undo(operations.get(number))).isEmpty();
            assertThat(model.undo(number)).isEqualTo(!refused);
        }
    }

    /** After each step: the same rosters, counters that equal the rows, the same journal; and the moment is remembered. */
    void agree() {
        assertThat(rosters(office.clock().instant())).isEqualTo(model.rosters());
        office.in(() -> office.get(Catalog.class).sections(CODE)).forEach(section -> assertThat(section.getEnrolled()).as(section.getCode())
                .isEqualTo(model.rosters().getOrDefault(section.getCode() + " " + Model.ENROLLED, Set.of()).size()));
        Model.SECTIONS.forEach(section -> assertThat(waiting(section.code())).as("line of " + section.code())
                .isEqualTo(model.waiting(section.code())));
        office.in(() -> office.get(Operations.class).latest(0, model.operations() - operations.size() + 1)).stream()
                .map(entry -> entry.operation().getId())
                .filter(operation -> !operations.contains(operation))
                .forEach(operations::add);
        assertThat(operations).hasSize(model.operations());
        past.put(office.clock().instant(), model.rosters());
        office.clock().tick();
    }

    /** At the end: every moment that was remembered is still as it was. */
    void rememberEverything() {
        past.forEach((instant, rosters) -> assertThat(rosters(instant)).as("as of " + instant).isEqualTo(rosters));
    }

    private List<String> waiting(String section) {
        return office.in(() -> office.get(Waitlists.class).line(id(section), office.clock().instant(), 0, 100)).stream()
                .map(row -> row.getStudent().getUsername()).toList();
    }

    private Map<String, Set<String>> rosters(Instant at) {
        return office.in(() -> {
            var rosters = new TreeMap<String, Set<String>>();
            for (var section : Model.SECTIONS) {
                for (var type : List.of(Model.ENROLLED, Model.INTERESTED, Model.WAITLIST)) {
                    var names = office.get(Rosters.class).roster(id(section.code()), type, at, 0, 100).stream()
                            .map(row -> row.getStudent().getUsername()).collect(Collectors.toCollection(TreeSet::new));
                    if (!names.isEmpty()) {
                        rosters.put(section.code() + " " + type, names);
                    }
                }
            }
            return rosters;
        });
    }

    private long find(String student, String section, String type) {
        return office.in(() -> office.get(Schedules.class).history(CODE, student, 0, 1_000)).stream()
                .filter(row -> !row.hasEnded() && row.getSection().getCode().equals(section) && row.getType().getName().equals(type))
                .map(StudentRegistration::getId).findFirst().orElseThrow();
    }

    private Set<String> objections(Callable<?> change) {
        try {
            office.in(change);
            return Set.of();
        } catch (Refused e) {
            return e.reasons().stream().map(Reason::code).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Override
    public void close() {
        office.close();
    }
}
