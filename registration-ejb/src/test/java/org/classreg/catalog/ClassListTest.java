package org.classreg.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.classreg.testing.SmallProgram.CODE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.classreg.errors.InvalidInput;
import org.classreg.lists.Listing;
import org.classreg.lists.Slice;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.classreg.testing.SmallProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The classes of a program as they are looked for, and read part by part in both directions. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class ClassListTest {

    private final Office office;
    private final SmallProgram program;
    private final Catalog catalog;

    ClassListTest(DatabaseKind kind) {
        office = Office.on(kind);
        program = new SmallProgram(office);
        catalog = office.get(Catalog.class);
    }

    @BeforeEach
    void fourClassesOfWhichTwoHaveAGradeRange() {
        for (var section : List.of("E1s1", "E2s1", "E3s1", "E4s1")) {
            program.section(section, 5);
        }
        program.change("E2s1", section -> section.getSubject().admitGrades(9, 12));
        program.change("E3s1", section -> section.getSubject().admitGrades(7, null));
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aTextACategoryAndAGradeNarrowTheList() {
        assertThat(codes("e3", null, null)).containsExactly("E3");
        assertThat(codes("%", null, null)).isEmpty();
        assertThat(codes(null, "E", null)).hasSize(4);
        assertThat(codes(null, "X", null)).isEmpty();
        assertThat(codes(null, null, 8)).containsExactly("E1", "E3", "E4");
        assertThat(codes(null, null, 13)).containsExactly("E1", "E3", "E4");
    }

    @Test
    void anUnknownFieldIsRefused() {
        assertThatThrownBy(() -> part(Slice.after(List.of(Listing.sort("colour")), List.of(), 9))).isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("sort: ");
    }

    @Test
    void whatComesBeforeAnEntryIsWhatWasReadUntilItTheNearestFirst() {
        assertThat(read("gradeMin")).containsExactly("E1", "E4", "E3", "E2");
        for (var sort : List.of("code", "-code", "gradeMin", "-gradeMin", "category", "title")) {
            var order = List.of(Listing.sort(sort));
            var whole = read(sort);
            for (var entry : part(Slice.after(order, List.of(), 9))) {
                var before = new ArrayList<>(whole.subList(0, whole.indexOf(entry.getCode())));
                Collections.reverse(before);
                assertThat(part(new Slice(order, ClassSubject.LISTING.values(entry, order), true, 9))).as(sort + " before " + entry.getCode())
                        .extracting(ClassSubject::getCode).isEqualTo(before);
            }
        }
    }

    private List<String> read(String sort) {
        return part(Slice.after(List.of(Listing.sort(sort)), List.of(), 9)).stream().map(ClassSubject::getCode).toList();
    }

    private List<ClassSubject> part(Slice slice) {
        return office.in(() -> catalog.subjects(CODE, null, null, null, slice));
    }

    private List<String> codes(String text, String category, Integer grade) {
        return office.in(() -> catalog.subjects(CODE, text, category, grade, Slice.all())).stream().map(ClassSubject::getCode).toList();
    }
}
