package org.classreg.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.classreg.testing.SmallProgram.CODE;
import static org.classreg.testing.SmallProgram.id;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.classreg.catalog.ClassStatus;
import org.classreg.errors.NotFound;
import org.classreg.people.Person;
import org.classreg.people.Role;
import org.classreg.registration.Registrations;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.classreg.testing.SmallProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Rosters and schedules on paper, whatever script a name is in. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class PrintsTest {

    private static final String ARABIC = "\u0645\u062D\u0645\u062F";

    private final Office office;
    private final SmallProgram program;
    private final Prints prints;

    PrintsTest(DatabaseKind kind) {
        office = Office.on(kind);
        program = new SmallProgram(office);
        prints = office.get(Prints.class);
    }

    @BeforeEach
    void twoSections() {
        program.students(3);
        program.section("E1s1", 5, "14:00-15:00");
        program.section("E2s1", 5, "16:00-17:00");
        program.section("E3s1", 5, "18:00-19:00");
        program.change("E3s1", section -> section.setStatus(ClassStatus.CANCELLED));
        rename("s1", "Zo\u00EB", "\u0141uczak");
        rename("s2", "\u0410\u043D\u043D\u0430", "\u738B\u5C0F\u660E");
        rename("s3", ARABIC + " \uD83C\uDF89\u0905", "\u1F48");
        for (var student : List.of("s1", "s2", "s3")) {
            office.in(() -> office.get(Registrations.class).register(id("E1s1"), student, "Enrolled"));
        }
        office.in(() -> office.get(Registrations.class).register(id("E2s1"), "s1", "Enrolled"));
    }

    @AfterEach
    void close() {
        office.close();
    }

    private void rename(String username, String given, String family) {
        office.with(em -> {
            em.createNamedQuery(Person.BY_USERNAME, Person.class).setParameter("username", username).getSingleResult().rename(given, family);
            return null;
        });
    }

    @Test
    void aRosterHasEveryNameInAnyScript() throws IOException {
        var pages = pages(office.in(() -> prints.roster(id("E1s1"), office.clock().instant())));

        assertThat(pages).hasSize(1);
        assertThat(pages.get(0)).contains("E1s1 Class E1", "Sat 7 Mar 2026 09:00\u201310:00", "\u0141uczak, Zo\u00EB",
                "\u0410\u043D\u043D\u0430", "s1", "s2", "s3", "3 enrolled");
    }

    @Test
    void hebrewRunsFromRightToLeftInATable() throws IOException {
        rename("s1", "\u05D0\u05D1", "Cohen");

        assertThat(pages(office.in(() -> prints.roster(id("E1s1"), office.clock().instant()))).get(0)).contains("Cohen, \u05D1\u05D0");
    }

    @Test
    void lettersThatNoFontHasAreQuestionMarks() {
        var letters = new Letters();

        assertThat(letters.shown("Zo\u00EB \u0410\u043D\u043D\u0430 \u03A9 \u05D0 \u738B\u5C0F\u660E \u3042 \uD55C"))
                .isEqualTo("Zo\u00EB \u0410\u043D\u043D\u0430 \u03A9 \u05D0 \u738B\u5C0F\u660E \u3042 \uD55C");
        assertThat(letters.shown("\uD83C\uDF89\u0905")).isEqualTo("??");
    }

    @Test
    void allRostersOfAProgramBeginOnAPageOfTheirOwn() throws IOException {
        var pages = pages(office.in(() -> prints.rosters(CODE, office.clock().instant())));

        assertThat(pages).hasSize(2);
        assertThat(pages.get(0)).contains("E1s1");
        assertThat(pages.get(1)).contains("E2s1", "1 enrolled");
        assertThat(pages(office.in(() -> prints.rosters(CODE, office.clock().instant().minusSeconds(60))))).allSatisfy(page ->
                assertThat(page).contains("0 enrolled"));
        assertThatThrownBy(() -> office.in(() -> prints.rosters("nowhere", office.clock().instant()))).isInstanceOf(NotFound.class);
    }

    @Test
    void aScheduleIsTheStudentsOwnMeetingByMeeting() throws IOException {
        office.caller().is("s1", Role.STUDENT);
        var pages = pages(office.in(() -> prints.schedule(CODE, "s1", office.clock().instant())));

        assertThat(pages).hasSize(1);
        assertThat(pages.get(0)).contains("Zo\u00EB \u0141uczak", "Class E1", "Class E2");
        assertThat(pages.get(0).indexOf("E1s1")).isLessThan(pages.get(0).indexOf("E2s1"));
        assertThatThrownBy(() -> office.in(() -> prints.schedule(CODE, "s2", office.clock().instant()))).isInstanceOf(NotFound.class);
    }

    private static List<String> pages(Print print) throws IOException {
        var out = new ByteArrayOutputStream();
        print.writeTo(out);
        var reader = new PdfReader(out.toByteArray());
        var texts = new ArrayList<String>();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            texts.add(new PdfTextExtractor(reader).getTextFromPage(page));
        }
        reader.close();
        return texts;
    }
}
