package org.classreg.model;

import static org.classreg.testing.SmallProgram.CODE;
import static org.classreg.testing.SmallProgram.id;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.classreg.catalog.ProgramSettings;
import org.classreg.errors.Refused;
import org.classreg.lottery.Lotteries;
import org.classreg.operations.Operations;
import org.classreg.registration.Batches;
import org.classreg.registration.CheckIns;
import org.classreg.registration.Enrollments;
import org.classreg.registration.Preference;
import org.classreg.registration.Preferences;
import org.classreg.registration.Programs;
import org.classreg.registration.RegistrationType;
import org.classreg.registration.Registrations;
import org.classreg.registration.Reversals;
import org.classreg.registration.Schedules;
import org.classreg.registration.SectionChanges;
import org.classreg.registration.StudentRegistration;
import org.classreg.registration.Treatment;
import org.classreg.registration.Waitlists;
import org.classreg.testing.Office;

/** Everything that can be done in the office, at random. Whatever it is, the limits of the program stay the same. */
final class RandomActs {

    static final int PROGRAM_CAP = 20;
    static final int MOST_SECTIONS = 3;

    private static final List<Model.Section> SECTIONS = Model.SECTIONS;

    private final Office office;
    private final int students;
    private final Random random;

    RandomActs(Office office, int students, long seed) {
        this.office = office;
        this.students = students;
        random = new Random(seed);
    }

    /** What the program sets: its limits, and whether freed seats are offered. */
    static ProgramSettings settings(boolean offers) {
        return ProgramSettings.DEFAULT.withLimits(MOST_SECTIONS, null).withCaps(new ProgramSettings.Cap(null, null, PROGRAM_CAP))
                .withCapacity(BigDecimal.ONE, 0).withOffersFor(offers ? 5 : null);
    }

    /** The next thing to do, for a transaction of its own. */
    Callable<?> next() {
        var student = student();
        var section = any(SECTIONS).code();
        var registrations = office.get(Registrations.class);
        return switch (random.nextInt(30)) {
            case 0, 1, 2, 3, 4, 5 -> () -> registrations.enroll(id(section), student);
            case 6, 7, 8, 9 -> () -> registrations.register(id(section), student, RegistrationType.WAITLIST);
            case 10 -> () -> registrations.expireStudent(id(section), student);
            case 11, 12, 13 -> move(active(student), section);
            case 14, 15 -> expire(active(student));
            case 16 -> () -> office.get(Lotteries.class).convert(CODE, Optional.empty(), List.of(Model.INTERESTED));
            case 17 -> () -> office.get(Reversals.class).undo(any(operations()));
            case 18, 19 -> () -> office.get(Enrollments.class).enrollInClass(CODE, section.substring(0, section.indexOf('s')), student);
            case 20, 21 -> () -> office.get(Enrollments.class).swapInto(id(section), student);
            case 22 -> batch();
            case 23 -> () -> office.get(SectionChanges.class).cancel(id(section), random.nextBoolean(), null);
            case 24, 25 -> sectionChange(section);
            case 26 -> configuration();
            case 27 -> accept(active(student));
            case 28 -> random.nextBoolean() ? () -> office.get(CheckIns.class).checkIn(CODE, student)
                    : () -> office.get(CheckIns.class).checkOut(CODE, student);
            default -> () -> office.get(Preferences.class).rank(CODE, student, wishes());
        };
    }

    private Callable<?> move(long registration, String section) {
        return () -> office.get(Registrations.class).move(registration, section);
    }

    private Callable<?> expire(long registration) {
        return () -> office.get(Registrations.class).expire(registration);
    }

    private Callable<?> accept(long registration) {
        return () -> office.get(Waitlists.class).accept(registration);
    }

    private Callable<?> batch() {
        var types = List.of(RegistrationType.ENROLLED, RegistrationType.WAITLIST, RegistrationType.ATTENDED);
        var lines = Stream.generate(() -> new Batches.Line(student(), any(SECTIONS).code(), any(types))).limit(5).toList();
        return () -> office.get(Batches.class).register(CODE, lines);
    }

    /** Another size and perhaps another time. Who would be in two places at once does not keep the seat. */
    private Callable<?> sectionChange(String section) {
        var time = random.nextBoolean();
        var treatment = any(time ? List.of(Treatment.WAITLIST, Treatment.END) : List.of(Treatment.values()));
        var wanted = new SectionChanges.Wanted(time ? List.of(meeting(any(SECTIONS))) : null,
                time && random.nextBoolean() ? null : new SectionChanges.Size(1 + random.nextInt(8)));
        return () -> office.get(SectionChanges.class).change(id(section), wanted, treatment);
    }

    private static SectionChanges.WantedMeeting meeting(Model.Section section) {
        var midnight = Instant.parse("2026-03-07T00:00:00Z");
        return new SectionChanges.WantedMeeting(midnight.plusSeconds(section.from() * 60L), midnight.plusSeconds(section.to() * 60L), List.of());
    }

    private Callable<?> configuration() {
        var settings = settings(random.nextBoolean());
        return () -> office.get(Programs.class).configure(CODE, settings);
    }

    private List<Preference> wishes() {
        var codes = new ArrayList<>(SECTIONS.stream().map(Model.Section::code).toList());
        Collections.shuffle(codes, random);
        return codes.stream().limit(3).map(code -> new Preference(code, Model.INTERESTED)).toList();
    }

    /** Looked up before, as by a caller of the interface: whoever reads a schedule and then changes it holds locks out of order. */
    private long active(String student) {
        return any(office.in(() -> office.get(Schedules.class).history(CODE, student, 0, 100)).stream().filter(row -> !row.hasEnded())
                .map(StudentRegistration::getId).toList());
    }

    private List<Long> operations() {
        return office.get(Operations.class).latest(0, 20).stream().map(entry -> entry.operation().getId()).toList();
    }

    private String student() {
        return "s" + (1 + random.nextInt(students));
    }

    private <T> T any(List<T> all) {
        if (all.isEmpty()) {
            throw new Refused("NOTHING", "Nothing to change.");
        }
        return all.get(random.nextInt(all.size()));
    }
}
