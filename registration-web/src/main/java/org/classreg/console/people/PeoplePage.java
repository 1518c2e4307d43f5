package org.classreg.console.people;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.classreg.administration.PersonEdits;
import org.classreg.administration.PersonEdits.Wanted;
import org.classreg.console.Entry;
import org.classreg.lists.Slice;
import org.classreg.people.People;

/** Who is known to the office: found, created, changed, disabled. */
@Named
@ViewScoped
public class PeoplePage implements Serializable {

    private static final int MOST = 50;

    @Inject
    People people;

    @Inject
    PersonEdits edits;

    private final Entry entry = new Entry();
    private String text = "";
    private List<Row> found;
    private String name;
    private boolean enabled = true;
    private List<String> roles = new ArrayList<>(List.of("student"));

    /** A person in one line. */
    public record Row(String username, String givenName, String familyName, String email, Integer grade, Integer maxSections, boolean enabled,
            List<String> roles) implements Serializable {

        public String roleNames() {
            return String.join(", ", roles);
        }

        static Row of(Wanted person) {
            return new Row(person.username(), person.givenName(), person.familyName(), person.email(), person.grade(), person.maxSections(),
                    person.enabled(), List.copyOf(person.roles()));
        }
    }

    /** Finds people, for those who may see them. */
    public void search() {
        found = people.search(text == null ? "" : text, null, Slice.first(MOST + 1)).stream().map(Wanted::of).map(Row::of).toList();
    }

    public void begin() {
        entry.begin();
        enabled = true;
        roles = new ArrayList<>(List.of("student"));
    }

    public void edit(Row row) {
        var values = new HashMap<String, Object>();
        values.put("username", row.username());
        values.put("givenName", row.givenName());
        values.put("familyName", row.familyName());
        values.put("email", row.email());
        values.put("grade", row.grade());
        values.put("maxSections", row.maxSections());
        entry.begin(row.username(), values);
        name = row.givenName() + " " + row.familyName();
        enabled = row.enabled();
        roles = new ArrayList<>(row.roles());
    }

    /** Adds the person, or changes the one who was chosen. */
    public void save() {
        var saved = entry.submit(() -> {
            Set<String> chosen = new HashSet<>(roles == null ? List.of() : roles);
            var wanted = new Wanted(entry.text("username"), entry.text("givenName"), entry.text("familyName"), entry.text("email"),
                    entry.number("grade"), entry.number("maxSections"), enabled, chosen);
            entry.requireReadable();
            var person = entry.getKey() == null ? edits.create(wanted) : edits.change(entry.getKey(), wanted, present -> { });
            return person.name() + " is saved.";
        });
        if (saved) {
            begin();
        }
        search();
    }

    public void delete(Row row) {
        new Entry().submit(() -> {
            edits.delete(row.username(), present -> { });
            return row.username() + " is deleted.";
        });
        search();
    }

    /** At most as many as the page shows. */
    public List<Row> getFound() {
        return found.subList(0, Math.min(MOST, found.size()));
    }

    public boolean isCut() {
        return found.size() > MOST;
    }

    /** Of the person who was chosen. */
    public String getName() {
        return name;
    }

    public Entry getEntry() {
        return entry;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    public List<String> getRoles() {
        return roles;
    }

    public void setRoles(List<String> roles) {
        this.roles = roles;
    }
}
