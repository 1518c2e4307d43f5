package org.classreg.console.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.classreg.catalog.ProgramSettings;
import org.classreg.catalog.ProgramSettings.Window;
import org.classreg.catalog.WindowKind;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.InvalidInput.Fault;
import org.junit.jupiter.api.Test;

class SettingsFormTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Instant MARCH = Instant.parse("2026-03-07T15:00:00Z");
    private static final Window WISHES = new Window(WindowKind.INTEREST, null, MARCH);
    private static final Window SEATS = new Window(WindowKind.ENROLLMENT, MARCH, null);

    @Test
    void whatIsShownIsReadAsTheSame() {
        var settings = new ProgramSettings(List.of(WISHES, SEATS), 5, null, new BigDecimal("1.25"), -2,
                List.of(new ProgramSettings.Cap(7, 9, 120)), 3, 60);

        assertThat(SettingsForm.of(settings, NEW_YORK).read(NEW_YORK)).isEqualTo(settings);
    }

    @Test
    void windowsStandInTheOrderOfTheirKindsAndTimesAreLocal() {
        var form = SettingsForm.of(settings(SEATS, WISHES), NEW_YORK);

        assertThat(form.getWindows()).extracting(WindowRow::getKind).containsExactly(WindowKind.INTEREST, WindowKind.ENROLLMENT);
        assertThat(form.getWindows()).extracting(WindowRow::getCloses).containsExactly("2026-03-07T10:00", "");
    }

    @Test
    void everyFieldThatCannotBeReadIsNamedOnce() {
        var form = SettingsForm.of(settings(SEATS), NEW_YORK);
        form.getWindows().get(0).setCloses("tomorrow");
        form.setMaxSections("five");
        form.setMaxTimeslots("99999999999");
        form.setCapacityMultiplier("1,5");
        form.setCapacityOffset(" ");

        var invalid = catchThrowableOfType(InvalidInput.class, () -> form.read(NEW_YORK));

        assertThat(invalid.faults()).extracting(Fault::field).containsExactlyInAnyOrder("windows[0].closes", "maxSections",
                "maxTimeslots", "capacityMultiplier", "capacityOffset");
        assertThat(invalid.faults()).contains(new Fault("maxSections", "\"five\" is not a whole number."));
    }

    @Test
    void whatIsOutOfItsRangeIsNamedTogetherWithWhatCannotBeRead() {
        var form = SettingsForm.of(settings(SEATS), NEW_YORK);
        form.getWindows().get(0).setCloses("2026-03-07T09:00");
        form.setMaxSections("five");
        form.setMaxTimeslots("-1");

        var invalid = catchThrowableOfType(InvalidInput.class, () -> form.read(NEW_YORK));

        assertThat(invalid.faults()).extracting(Fault::field).containsExactly("maxSections", "windows[0].closes", "maxTimeslots");
    }

    @Test
    void windowsAreAddedAndRemoved() {
        var form = SettingsForm.of(settings(), NEW_YORK);

        form.addWindow();
        assertThat(form.read(NEW_YORK).windows()).containsExactly(new Window(WindowKind.ENROLLMENT, null, null));
        form.removeWindow(form.getWindows().get(0));
        assertThat(form.read(NEW_YORK).windows()).isEmpty();
    }

    @Test
    void aCapNeedsANumberAndItsGradesMayBeOpen() {
        var form = SettingsForm.of(settings(), NEW_YORK);
        form.addCap();
        form.getCaps().get(0).setGradeMax("ninth");

        var invalid = catchThrowableOfType(InvalidInput.class, () -> form.read(NEW_YORK));
        assertThat(invalid.faults()).containsExactly(new Fault("caps[0].maxStudents", "How many students is needed."),
                new Fault("caps[0].gradeMax", "\"ninth\" is not a whole number."));

        form.getCaps().get(0).setGradeMax("9");
        form.getCaps().get(0).setMaxStudents("120");
        assertThat(form.read(NEW_YORK).caps()).containsExactly(new ProgramSettings.Cap(null, 9, 120));
        form.removeCap(form.getCaps().get(0));
        assertThat(form.read(NEW_YORK).caps()).isEmpty();
    }

    private static ProgramSettings settings(Window... windows) {
        return ProgramSettings.DEFAULT.withWindows(List.of(windows));
    }
}
