package org.classreg.lottery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.classreg.testing.SmallProgram.CODE;
import static org.classreg.testing.SmallProgram.id;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.Reason;
import org.classreg.errors.Refused;
import org.classreg.registration.Registrations;
import org.classreg.registration.StudentRegistration;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.classreg.testing.SmallProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(DatabaseKind.class)
class ConversionTest {

    private static final List<String> INTERESTED = List.of("Interested");

    private final Office office;
    private final SmallProgram program;
    private final Registrations registrations;
    private final Lotteries lotteries;

    ConversionTest(DatabaseKind kind) {
        office = Office.on(kind);
        program = new SmallProgram(office);
        registrations = office.get(Registrations.class);
        lotteries = office.get(Lotteries.class);
        program.section("E1s1", 2, "09:00-10:00");
        program.section("E2s1", 2, "09:30-10:30");
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void whoAskedFirstGetsTheSeatAndTheOthersTheReason() {
        program.students(3);
        for (var student : List.of("s3", "s1", "s2")) {
            wish(student, "E1s1", "Interested");
            office.clock().tick();
        }

        var conversion = convert(Optional.empty(), INTERESTED);

        assertThat(conversion.converted()).extracting(row -> row.getStudent().getUsername()).containsExactly("s3", "s1");
        assertThat(conversion.notConverted()).singleElement().satisfies(kept -> {
            assertThat(kept.preference().getStudent().getUsername()).isEqualTo("s2");
            assertThat(kept.reasons()).extracting(Reason::code).containsExactly("SECTION_FULL");
        });
        assertThat(program.find("E1s1").getEnrolled()).isEqualTo(2);
    }

    @Test
    void theWonPreferenceEndsAsTheEnrollmentStartsInOneOperation() {
        program.students(1);
        var wish = wish("s1", "E1s1", "Interested");
        var now = office.clock().tick();

        var enrollment = convert(Optional.empty(), INTERESTED).converted().get(0);

        var ended = office.in(() -> registrations.get(wish.getId()));
        assertThat(ended.getEndDate()).isEqualTo(now).isEqualTo(enrollment.getStartDate());
        assertThat(ended.getEndedBy().getId()).isEqualTo(enrollment.getStartedBy().getId());
        assertThat(enrollment.getStartedBy().getChanges()).isEqualTo(2);
        assertThat(enrollment.getStartedBy().getKind()).isEqualTo("convertLottery");
    }

    @Test
    void typesAreTakenInTheOrderGiven() {
        program.students(1);
        wish("s1", "E1s1", "Interested");
        office.clock().tick();
        wish("s1", "E2s1", "Priority/1");

        var conversion = convert(Optional.empty(), List.of("Priority/1", "Interested"));

        assertThat(conversion.converted()).extracting(row -> row.getSection().getCode()).containsExactly("E2s1");
        assertThat(conversion.notConverted()).singleElement().satisfies(kept ->
                assertThat(kept.reasons()).extracting(Reason::message).containsExactly("E1s1 meets at the same time as E2s1."));
    }

    @Test
    void aConversionForOneStudentLeavesTheOthersAlone() {
        program.students(2);
        wish("s1", "E1s1", "Interested");
        wish("s2", "E1s1", "Interested");

        var conversion = convert(Optional.of("s2"), INTERESTED);

        assertThat(conversion.converted()).extracting(row -> row.getStudent().getUsername()).containsExactly("s2");
        assertThat(conversion.notConverted()).isEmpty();
    }

    @Test
    void convertingAgainWithoutNewRoomChangesNothing() {
        program.students(3);
        for (var student : List.of("s1", "s2", "s3")) {
            wish(student, "E1s1", "Interested");
        }
        convert(Optional.empty(), INTERESTED);
        var operations = operations();

        var again = convert(Optional.empty(), INTERESTED);

        assertThat(again.converted()).isEmpty();
        assertThat(again.notConverted()).hasSize(1);
        assertThat(operations()).isEqualTo(operations);
    }

    @Test
    void onlyPreferencesAreConverted() {
        assertThatThrownBy(() -> convert(Optional.empty(), List.of("Enrolled"))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> convert(Optional.empty(), List.of("Nonsense"))).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aConversionAmongManyEnrollmentsFillsTheSectionExactly() throws Exception {
        program.section("E3s1", 30, "14:00-15:00");
        program.students(60);
        for (int i = 1; i <= 30; i++) {
            wish("s" + i, "E3s1", "Interested");
        }
        var threads = Executors.newFixedThreadPool(16);
        try {
            var walkIns = IntStream.rangeClosed(31, 60).mapToObj(i -> threads.submit(() -> {
                try {
                    office.in(() -> registrations.enroll(id("E3s1"), "s" + i));
                    return 1;
                } catch (Refused e) {
                    return 0;
                }
            })).toList();
            var converted = convert(Optional.empty(), INTERESTED).converted().size();
            var seats = converted;
            for (var walkIn : walkIns) {
                seats += walkIn.get();
            }
            assertThat(seats).isEqualTo(30).isEqualTo(program.find("E3s1").getEnrolled());
        } finally {
            threads.shutdown();
        }
    }

    private StudentRegistration wish(String student, String section, String type) {
        return office.in(() -> registrations.register(id(section), student, type));
    }

    private Conversion convert(Optional<String> student, List<String> types) {
        return office.in(() -> lotteries.convert(CODE, student, types));
    }

    private long operations() {
        return office.<Long>with(em -> em.createQuery("select count(o) from Operation o", Long.class).getSingleResult());
    }
}
