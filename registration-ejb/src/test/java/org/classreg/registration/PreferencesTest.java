package org.classreg.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.classreg.testing.SmallProgram.CODE;

import java.util.List;
import org.classreg.catalog.ClassStatus;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.InvalidInput.Fault;
import org.classreg.errors.Refused;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.classreg.testing.SmallProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PreferencesTest {

    private final Office office = Office.on(DatabaseKind.H2);
    private final SmallProgram program = new SmallProgram(office);
    private final Preferences preferences = office.get(Preferences.class);

    @BeforeEach
    void threeSections() {
        program.students(1);
        program.section("E1s1", 2, "09:00-10:00");
        program.section("E2s1", 2, "09:00-10:00");
        program.section("E3s1", 2, "09:00-10:00");
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void rankingReplacesTheListAsAWholeAndKeepsWhatStays() {
        var before = rank(new Preference("E1s1", "Priority/1"), new Preference("E2s1", "Interested"));
        office.clock().tick();

        var after = rank(new Preference("E2s1", "Interested"), new Preference("E3s1", "Priority/1"));

        assertThat(after).extracting(row -> row.getSection().getCode() + " " + row.getType().getName())
                .containsExactly("E2s1 Interested", "E3s1 Priority/1");
        assertThat(after.get(0).getId()).isEqualTo(before.get(1).getId());
        assertThat(office.in(() -> office.get(Schedules.class).history(CODE, "s1", 0, 10))).hasSize(3);
    }

    @Test
    void rankingTheSameListAgainChangesNothing() {
        var wishes = new Preference[] {new Preference("E1s1", "Priority/1"), new Preference("E1s1", "Interested")};
        var before = rank(wishes);
        office.clock().tick();

        assertThat(rank(wishes)).extracting(StudentRegistration::getId)
                .containsExactlyElementsOf(before.stream().map(StudentRegistration::getId).toList());
        assertThat(office.<Long>with(em -> em.createQuery("select count(o) from Operation o", Long.class).getSingleResult())).isEqualTo(1);
    }

    @Test
    void everyEntryAtFaultIsNamedAndNothingChanges() {
        rank(new Preference("E1s1", "Priority/1"));

        assertThatThrownBy(() -> rank(new Preference("E9s1", "Enrolled"), new Preference("E2s1", "Interested"),
                new Preference("E2s1", "Interested")))
                .isInstanceOfSatisfying(InvalidInput.class, invalid ->
                        assertThat(invalid.faults()).extracting(Fault::field).containsExactly("[0].section", "[0].type", "[2]"));
        assertThat(office.in(() -> preferences.of(CODE, "s1"))).hasSize(1);
    }

    @Test
    void aNewWishForACancelledSectionIsRefusedAndAnOldOneIsKept() {
        rank(new Preference("E1s1", "Priority/1"));
        program.change("E1s1", section -> section.setStatus(ClassStatus.CANCELLED));
        program.change("E2s1", section -> section.setStatus(ClassStatus.CANCELLED));

        assertThat(rank(new Preference("E1s1", "Priority/1"))).hasSize(1);
        assertThatThrownBy(() -> rank(new Preference("E2s1", "Priority/1"))).isInstanceOf(Refused.class)
                .hasMessage("E2s1 has been cancelled.");
    }

    private List<StudentRegistration> rank(Preference... wishes) {
        return office.in(() -> preferences.rank(CODE, "s1", List.of(wishes)));
    }
}
