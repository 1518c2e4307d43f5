package org.classreg.console.building;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.classreg.administration.CategoryEdits;
import org.classreg.administration.CategoryEdits.Wanted;
import org.classreg.catalog.Catalog;
import org.classreg.console.Entry;
import org.classreg.console.ProgramView;

/** The categories of a program's classes. */
@Named
@ViewScoped
public class CategoryList implements Serializable {

    @Inject
    Catalog catalog;

    @Inject
    CategoryEdits categories;

    private final Entry entry = new Entry();
    private String code;
    private ProgramView program;
    private List<Wanted> rows;

    /** Reads the categories; without such a program there is no page. */
    public void load() {
        program = ProgramView.of(catalog.getProgram(code));
        rows = catalog.categories(code).stream().map(Wanted::of).toList();
    }

    public void edit(Wanted row) {
        entry.begin(row.symbol(), Map.of("symbol", row.symbol(), "title", row.title()));
    }

    /** Adds the category, or changes the one that was chosen. */
    public void save() {
        var saved = entry.submit(() -> {
            var key = entry.getKey();
            var wanted = new Wanted(key == null ? entry.text("symbol") : key, entry.text("title"));
            var category = key == null ? categories.create(code, wanted) : categories.change(code, key, wanted, present -> { });
            return "The category " + category.getTitle() + " is saved.";
        });
        if (saved) {
            entry.begin();
        }
        load();
    }

    public void delete(Wanted row) {
        new Entry().submit(() -> {
            categories.delete(code, row.symbol(), present -> { });
            return "The category " + row.title() + " is deleted.";
        });
        load();
    }

    public Entry getEntry() {
        return entry;
    }

    public ProgramView getProgram() {
        return program;
    }

    public List<Wanted> getRows() {
        return rows;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
