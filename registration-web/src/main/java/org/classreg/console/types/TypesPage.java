package org.classreg.console.types;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.classreg.administration.TypeEdits;
import org.classreg.administration.TypeEdits.Wanted;
import org.classreg.console.Entry;
import org.classreg.registration.RegistrationType;
import org.classreg.registration.RegistrationTypes;

/** The kinds of registrations, of which an office may add its own. */
@Named
@ViewScoped
public class TypesPage implements Serializable {

    @Inject
    RegistrationTypes types;

    @Inject
    TypeEdits edits;

    private final Entry entry = new Entry();
    private boolean preference;
    private List<Row> rows;

    /** A type in one line. @param kind what it is to a student: a seat, a wish or a mark */
    public record Row(String name, String description, boolean preference, String kind, boolean builtIn) implements Serializable {

        static Row of(RegistrationType type) {
            var kind = type.takesSeat() ? "Seat" : type.isPreference() ? "Wish" : "Mark";
            return new Row(type.getName(), type.getDescription(), type.isPreference(), type.isNamed(RegistrationType.WAITLIST) ? "Place in line" : kind,
                    type.isBuiltIn());
        }
    }

    /** Reads the types. */
    public void load() {
        rows = types.all().stream().map(Row::of).toList();
    }

    public void begin() {
        entry.begin();
        preference = false;
    }

    public void edit(Row row) {
        entry.begin(row.name(), Map.of("name", row.name(), "description", row.description()));
        preference = row.preference();
    }

    /** Adds the type, or changes the one that was chosen. */
    public void save() {
        var saved = entry.submit(() -> {
            var key = entry.getKey();
            var wanted = new Wanted(key == null ? entry.text("name") : key, entry.text("description"), preference, false);
            var type = key == null ? edits.create(wanted) : edits.change(key, wanted, present -> { });
            return "The type " + type.getName() + " is saved.";
        });
        if (saved) {
            begin();
        }
        load();
    }

    public void delete(Row row) {
        new Entry().submit(() -> {
            edits.delete(row.name(), present -> { });
            return "The type " + row.name() + " is deleted.";
        });
        load();
    }

    public Entry getEntry() {
        return entry;
    }

    public List<Row> getRows() {
        return rows;
    }

    public boolean isPreference() {
        return preference;
    }

    public void setPreference(boolean preference) {
        this.preference = preference;
    }
}
