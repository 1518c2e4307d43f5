package org.classreg.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.classreg.testing.SmallProgram.CODE;
import static org.classreg.testing.SmallProgram.id;

import java.util.List;
import java.util.Map;
import org.classreg.operations.JournalEntry;
import org.classreg.operations.Operations;
import org.classreg.registration.Batches.Line;
import org.classreg.registration.SectionChanges.Size;
import org.classreg.registration.SectionChanges.Wanted;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.classreg.testing.SmallProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The journal says in words what small operations did. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class OperationContentsTest {

    private final Office office;
    private final Registrations registrations;

    OperationContentsTest(DatabaseKind kind) {
        office = Office.on(kind);
        var program = new SmallProgram(office);
        program.students(5);
        program.section("E1s1", 10, "09:00-10:00");
        program.section("E1s2", 10, "11:00-12:00");
        registrations = office.get(Registrations.class);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aMoveSaysWhatItEndedAndWhatItBegan() {
        var enrolled = office.in(() -> registrations.enroll(id("E1s1"), "s1"));
        office.clock().tick();
        office.in(() -> registrations.move(enrolled.getId(), "E1s2"));

        assertThat(latest(1).values()).containsExactly(
                List.of("Student s1 no longer Enrolled in E1s1", "Student s1 Enrolled in E1s2"));
        assertThat(latest(2)).hasSize(2).containsEntry(enrolled.getStartedBy().getId(), List.of("Student s1 Enrolled in E1s1"));
    }

    @Test
    void anOperationOfManyIsNotSpelledOut() {
        office.in(() -> office.get(Batches.class).register(CODE,
                List.of("s1", "s2", "s3", "s4").stream().map(student -> new Line(student, "E1s1", "Enrolled")).toList()));

        assertThat(latest(1)).isEmpty();
    }

    @Test
    void whichSectionWasChangedCancelledAndHeldAgainIsSaid() {
        var changes = office.get(SectionChanges.class);
        office.in(() -> changes.change(id("E1s1"), new Wanted(null, new Size(4)), Treatment.KEEP));
        assertThat(latest(1).values()).containsExactly(List.of("E1s1 changed"));

        List.of("s1", "s2", "s3", "s4").forEach(student -> office.in(() -> registrations.enroll(id("E1s1"), student)));
        office.in(() -> changes.cancel(id("E1s1"), false, null));
        assertThat(latest(1).values()).containsExactly(List.of("E1s1 cancelled"));

        office.clock().tick();
        office.in(() -> office.get(Reversals.class).undo(office.get(Operations.class).latest(0, 1).get(0).operation().getId()));
        assertThat(latest(1).values()).containsExactly(List.of("E1s1 no longer cancelled"));
    }

    private Map<Long, List<String>> latest(int count) {
        return office.in(() -> office.get(OperationContents.class).of(
                office.get(Operations.class).latest(0, count).stream().map(JournalEntry::operation).toList()));
    }
}
