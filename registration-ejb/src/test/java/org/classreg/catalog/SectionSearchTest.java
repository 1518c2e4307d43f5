package org.classreg.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.classreg.testing.SmallProgram.CODE;
import static org.classreg.testing.SmallProgram.id;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.classreg.catalog.ProgramSettings.Window;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.NotFound;
import org.classreg.lists.Listing;
import org.classreg.lists.Slice;
import org.classreg.registration.Programs;
import org.classreg.registration.Registrations;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.classreg.testing.SmallProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What people look for among sections, and the pages in which they are told. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class SectionSearchTest {

    private final Office office;
    private final SmallProgram program;
    private final SectionSearch search;

    SectionSearchTest(DatabaseKind kind) {
        office = Office.on(kind);
        program = new SmallProgram(office);
        search = office.get(SectionSearch.class);
    }

    @BeforeEach
    void fiveSections() {
        program.students(3);
        program.section("E1s1", 2, "09:00-10:00", "13:00-14:00");
        program.section("E1s2", 5, "10:00-11:00");
        program.section("E2s1", 1, "11:00-12:00");
        program.section("E3s1", 5);
        program.section("E4s1", 5, "09:30-10:30");
        program.change("E2s1", section -> section.getSubject().admitGrades(7, 9));
        program.change("E4s1", section -> section.setRegistrationOpen(false));
        office.in(() -> office.get(Registrations.class).enroll(id("E1s1"), "s1"));
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aTextIsFoundInCodesAndTitlesWhateverItsCase() {
        assertThat(codes(text("e1S"))).containsExactly("E1s1", "E1s2");
        assertThat(codes(text(" class e2 "))).containsExactly("E2s1");
        assertThat(codes(text("%"))).isEmpty();
        assertThat(codes(text("_1"))).isEmpty();
        assertThat(codes(text("'"))).isEmpty();
        assertThat(codes(text(" "))).hasSize(5);
        assertThat(codes(text("\\"))).isEmpty();
        assertThat(codes(SectionFilter.NONE)).hasSize(5);
    }

    @Test
    void aCategoryAndAGradeNarrowTheSearch() {
        assertThat(codes(new SectionFilter(null, "E", null, null, null, null))).hasSize(5);
        assertThat(codes(new SectionFilter(null, "X", null, null, null, null))).isEmpty();
        assertThat(codes(grade(6))).doesNotContain("E2s1").hasSize(4);
        assertThat(codes(grade(7))).contains("E2s1");
        assertThat(codes(grade(9))).contains("E2s1");
        assertThat(codes(grade(10))).doesNotContain("E2s1");
    }

    @Test
    void openIsWhatWouldTakeARegistrationNow() {
        assertThat(codes(open(true))).containsExactly("E1s1", "E1s2", "E2s1");
        assertThat(codes(open(false))).containsExactly("E3s1", "E4s1");
        office.in(() -> office.get(Registrations.class).enroll(id("E1s1"), "s2"));
        program.change("E2s1", section -> section.setStatus(ClassStatus.CANCELLED));

        assertThat(codes(open(true))).containsExactly("E1s2");
        var opens = office.clock().instant().plusSeconds(60);
        office.in(() -> office.get(Programs.class).configure(CODE, ProgramSettings.DEFAULT.withWindows(
                List.of(new Window(WindowKind.ENROLLMENT, opens, null)))));
        assertThat(codes(open(true))).isEmpty();
        assertThat(codes(open(false))).hasSize(5);
    }

    @Test
    void oneMeetingOverlapsWithTheIntervalWhoseEndIsExcluded() {
        assertThat(codes(between("10:00", "11:00"))).containsExactly("E1s2", "E4s1");
        assertThat(codes(between("10:30", "11:00"))).containsExactly("E1s2");
        assertThat(codes(between("12:00", "13:00"))).isEmpty();
        assertThat(codes(between("13:59", null))).containsExactly("E1s1");
        assertThat(codes(between(null, "09:01"))).containsExactly("E1s1");
    }

    @Test
    void thePagesOfEveryOrderAreTheWholeListOnce() {
        for (var field : SectionSearch.LISTING.fields()) {
            var ascending = pages(field, 2);
            assertThat(ascending).as(field).containsExactlyInAnyOrder("E1s1", "E1s2", "E2s1", "E3s1", "E4s1");
            assertThat(pages(field, 1)).isEqualTo(ascending);
            var descending = new ArrayList<>(pages("-" + field, 2));
            Collections.reverse(descending);
            assertThat(descending).as(field).isEqualTo(ascending);
        }
        assertThat(pages("-capacity,code", 2)).containsExactly("E1s2", "E3s1", "E4s1", "E1s1", "E2s1");
        assertThat(pages("-capacity,-code", 2)).containsExactly("E4s1", "E3s1", "E1s2", "E1s1", "E2s1");
        assertThat(pages("seatsLeft", 2)).containsExactly("E1s1", "E2s1", "E1s2", "E3s1", "E4s1");
    }

    @Test
    void whatIsNoFieldOrNoSectionOrNoIntervalIsRefused() {
        assertThatThrownBy(() -> pages("colour", 2)).isInstanceOf(InvalidInput.class).hasMessageStartingWith("sort: ");
        assertThatThrownBy(() -> page(List.of("=1"), "capacity")).isInstanceOf(InvalidInput.class).hasMessageStartingWith("cursor: ");
        assertThatThrownBy(() -> page(List.of("=many", "=E1s1"), "capacity")).isInstanceOf(InvalidInput.class).hasMessageStartingWith("cursor: ");
        assertThatThrownBy(() -> between("10:00", "10:00")).isInstanceOf(InvalidInput.class).hasMessageStartingWith("to: ");
        assertThatThrownBy(() -> office.in(() -> search.find("nowhere", SectionFilter.NONE, Slice.all()))).isInstanceOf(NotFound.class);
    }

    @Test
    void whatIsNotOpenIsFoundByEveryOtherWordToo() {
        assertThat(codes(open(false))).contains("E3s1", "E4s1").doesNotContain("E1s2");
        assertThat(codes(new SectionFilter("e4", null, false, null, null, null))).containsExactly("E4s1");
        assertThat(codes(new SectionFilter("e4", "E", false, 8, instant("09:00"), instant("12:00")))).containsExactly("E4s1");
        assertThat(codes(new SectionFilter("e1s2", "E", true, 8, instant("09:00"), instant("12:00")))).containsExactly("E1s2");
    }

    private List<ClassSection> page(List<String> after, String field) {
        return office.in(() -> search.find(CODE, SectionFilter.NONE, Slice.after(List.of(Listing.sort(field)), after, 2)));
    }

    private List<String> pages(String sort, int size) {
        var order = List.of(sort.split(",")).stream().map(Listing::sort).toList();
        var codes = new ArrayList<String>();
        List<String> after = List.of();
        while (true) {
            var slice = Slice.after(order, after, size);
            var page = office.in(() -> search.find(CODE, SectionFilter.NONE, slice));
            page.forEach(section -> codes.add(section.getCode()));
            if (page.size() < size) {
                return codes;
            }
            after = SectionSearch.LISTING.values(page.get(size - 1), order);
        }
    }

    private List<String> codes(SectionFilter filter) {
        return office.in(() -> search.find(CODE, filter, Slice.all()).stream().map(ClassSection::getCode).toList());
    }

    private static SectionFilter text(String text) {
        return new SectionFilter(text, null, null, null, null, null);
    }

    private static SectionFilter grade(int grade) {
        return new SectionFilter(null, null, null, grade, null, null);
    }

    private static SectionFilter open(boolean open) {
        return new SectionFilter(null, null, open, null, null, null);
    }

    private static SectionFilter between(String from, String to) {
        return new SectionFilter(null, null, null, null, instant(from), instant(to));
    }

    private static Instant instant(String time) {
        return time == null ? null : Instant.parse("2026-03-07T" + time + ":00Z");
    }
}
