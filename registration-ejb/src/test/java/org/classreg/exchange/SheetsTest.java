package org.classreg.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.classreg.testing.SmallProgram.CODE;
import static org.classreg.testing.SmallProgram.id;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.NotFound;
import org.classreg.people.Person;
import org.classreg.registration.Registrations;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.classreg.testing.SmallProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists for spreadsheets: of any instant, and nothing in them is run. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class SheetsTest {

    private final Office office;
    private final SmallProgram program;
    private final Registrations registrations;
    private final Sheets sheets;

    SheetsTest(DatabaseKind kind) {
        office = Office.on(kind);
        program = new SmallProgram(office);
        registrations = office.get(Registrations.class);
        sheets = office.get(Sheets.class);
    }

    @BeforeEach
    void twoStudents() {
        program.students(2);
        program.section("E1s1", 5, "17:00-18:00");
        program.section("E2s1", 5, "15:00-16:00");
        office.with(em -> {
            var person = em.createNamedQuery(Person.BY_USERNAME, Person.class).setParameter("username", "s2").getSingleResult();
            person.rename("=HYPERLINK(\"http://evil\")", "-Ray, \"Bo\"");
            return null;
        });
        register("E1s1", "s1");
        register("E1s1", "s2");
        register("E2s1", "s1");
    }

    @AfterEach
    void close() {
        office.close();
    }

    private void register(String section, String student) {
        office.clock().tick();
        office.in(() -> registrations.register(id(section), student, "Enrolled"));
    }

    @Test
    void aRosterIsOfAnInstantAndItsFormulasAreTexts() {
        var sheet = office.in(() -> sheets.roster(id("E1s1"), "Enrolled", office.clock().instant()));
        assertThat(read(sheet)).containsExactly(
                List.of("Family name", "Given name", "Username", "Grade", "Section", "Type", "Since"),
                List.of("'-Ray, \"Bo\"", "'=HYPERLINK(\"http://evil\")", "s2", "10", "E1s1", "Enrolled", "2026-03-01T07:02-05:00"),
                List.of("s1", "Student", "s1", "10", "E1s1", "Enrolled", "2026-03-01T07:01-05:00"));

        var early = office.in(() -> sheets.roster(id("E1s1"), "Enrolled", office.clock().instant().minusSeconds(90)));
        assertThat(read(early)).hasSize(2);
        assertThatThrownBy(() -> office.in(() -> sheets.roster(id("E9s9"), "Enrolled", office.clock().instant()))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> office.in(() -> sheets.roster(id("E1s1"), "Dancing", office.clock().instant()))).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aCheckInListHasEachStudentOnceWithTheSectionsInTimeOrder() {
        assertThat(read(office.in(() -> sheets.checkInList(CODE, office.clock().instant())))).containsExactly(
                List.of("Family name", "Given name", "Username", "Grade", "Sections", "First meeting", "First rooms"),
                List.of("'-Ray, \"Bo\"", "'=HYPERLINK(\"http://evil\")", "s2", "10", "E1s1", "2026-03-07T12:00-05:00", ""),
                List.of("s1", "Student", "s1", "10", "E2s1, E1s1", "2026-03-07T10:00-05:00", ""));
        assertThatThrownBy(() -> office.in(() -> sheets.checkInList("nowhere", office.clock().instant()))).isInstanceOf(NotFound.class);
    }

    @Test
    void aHistoryHasEveryRegistrationAsItWasKnownAtAnInstantPartByPart() {
        var known = office.clock().instant();
        office.clock().tick();
        var first = office.in(() -> sheets.history(CODE, known, 0, 2));
        office.in(() -> registrations.expire(Long.parseLong(first.rows().get(0).get(0))));
        register("E2s1", "s2");

        var now = office.clock().instant();
        var rest = office.in(() -> sheets.history(CODE, now, first.last(), 2));
        var again = office.in(() -> sheets.history(CODE, now, 0, 2));

        assertThat(first.rows()).hasSize(2);
        assertThat(first.rows().get(0)).hasSameSizeAs(Sheets.HISTORY_COLUMNS).containsSequence("s1", "E1s1", "Class E1", "Enrolled",
                "2026-03-01T07:01-05:00", "admin");
        assertThat(again.rows().get(0)).containsSequence("2026-03-01T07:04-05:00", "admin");
        assertThat(rest.rows()).hasSize(2);
        assertThat(office.in(() -> sheets.history(CODE, now, rest.last(), 2))).isEqualTo(new Sheets.HistoryPart(List.of(), null));
        assertThat(office.in(() -> sheets.history(CODE, known, 0, 9)).rows()).as("as it was known before").hasSize(3)
                .allSatisfy(row -> assertThat(row.get(11)).isEmpty());
    }

    @Test
    void aHistoryIsReadPartByPartAsItIsWritten() {
        var asked = new ArrayList<Long>();
        var sheet = Sheet.ofHistory(after -> {
            asked.add(after);
            return office.in(() -> sheets.history(CODE, office.clock().instant(), after, 2));
        });
        assertThat(asked).hasSize(1);

        assertThat(read(sheet)).hasSize(4).extracting(row -> row.get(3)).containsExactly("Username", "s1", "s2", "s1");
        assertThat(asked).hasSize(2);
    }

    @Test
    void whateverASpreadsheetWouldRunGetsAnApostrophe() {
        assertThat(List.of("=1", "+1", "-1", "@A1", "\tx", "\rx")).allSatisfy(cell -> assertThat(Sheet.harmless(cell)).isEqualTo("'" + cell));
        assertThat(List.of("", "a=1", " =1", "1-2", "'=1")).allSatisfy(cell -> assertThat(Sheet.harmless(cell)).isEqualTo(cell));
        assertThat(Sheet.harmless(null)).isEmpty();
    }

    private static List<List<String>> read(Sheet sheet) {
        var out = new ByteArrayOutputStream();
        try {
            sheet.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var text = out.toString(StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF");
        return CsvReader.builder().ofCsvRecord(text.substring(1)).stream().map(CsvRecord::getFields).toList();
    }
}
