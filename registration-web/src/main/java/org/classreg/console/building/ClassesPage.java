package org.classreg.console.building;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.classreg.administration.CategoryEdits;
import org.classreg.administration.ClassEdits;
import org.classreg.administration.ClassEdits.Wanted;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.ClassStatus;
import org.classreg.console.Entry;
import org.classreg.console.MeetingTimes;
import org.classreg.console.ProgramView;

/** The classes of a program, each class with its sections. */
@Named
@ViewScoped
public class ClassesPage implements Serializable {

    @Inject
    Catalog catalog;

    @Inject
    ClassEdits classes;

    private final Entry entry = new Entry();
    private String code;
    private ProgramView program;
    private List<Row> rows;
    private List<CategoryEdits.Wanted> categories;

    /** A class; what it does not limit is null. */
    public record Row(String code, String title, String category, Integer gradeMin, Integer gradeMax, Integer maxStudents, String status,
            List<Section> sections) implements Serializable {
    }

    /** A section of a class in one line. */
    public record Section(String code, String times, String rooms, int capacity, int enrolled, String status, boolean open) implements Serializable {

        static Section of(ClassSection section) {
            return new Section(section.getCode(), MeetingTimes.of(section), String.join(", ", section.roomNames()), section.getCapacity(),
                    section.getEnrolled(), section.effectiveStatus().name().toLowerCase(Locale.ROOT), section.isRegistrationOpen());
        }
    }

    /** Reads the classes; without such a program there is no page. */
    public void load() {
        program = ProgramView.of(catalog.getProgram(code));
        categories = catalog.categories(code).stream().map(CategoryEdits.Wanted::of).toList();
        var sections = catalog.sections(code);
        rows = catalog.subjects(code).stream().map(subject -> {
            var told = Wanted.of(subject);
            return new Row(told.code(), told.title(), told.category(), told.gradeMin(), told.gradeMax(), told.maxStudents(), told.status(),
                    sections.stream().filter(section -> section.getSubject().getCode().equals(told.code())).map(Section::of).toList());
        }).toList();
    }

    public void edit(Row row) {
        var values = new HashMap<String, Object>();
        values.put("code", row.code());
        values.put("title", row.title());
        values.put("category", row.category());
        values.put("gradeMin", row.gradeMin());
        values.put("gradeMax", row.gradeMax());
        values.put("maxStudents", row.maxStudents());
        values.put("status", row.status());
        entry.begin(row.code(), values);
    }

    /** Adds the class, or changes the one that was chosen. */
    public void save() {
        var saved = entry.submit(() -> {
            var wanted = new Wanted(entry.text("code"), entry.text("title"), entry.text("category"), entry.number("gradeMin"),
                    entry.number("gradeMax"), entry.number("maxStudents"), entry.text("status"));
            entry.requireReadable();
            var saving = entry.getKey() == null ? classes.create(code, wanted) : classes.change(code, entry.getKey(), wanted, present -> { });
            return "The class " + saving.getCode() + " is saved.";
        });
        if (saved) {
            entry.begin();
        }
        load();
    }

    public void delete(Row row) {
        new Entry().submit(() -> {
            classes.delete(code, row.code(), present -> { });
            return "The class " + row.code() + " is deleted.";
        });
        load();
    }

    public List<String> getStatuses() {
        return List.of(ClassStatus.values()).stream().map(status -> status.name().toLowerCase(Locale.ROOT)).toList();
    }

    public List<CategoryEdits.Wanted> getCategories() {
        return categories;
    }

    public Entry getEntry() {
        return entry;
    }

    public ProgramView getProgram() {
        return program;
    }

    public List<Row> getRows() {
        return rows;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
