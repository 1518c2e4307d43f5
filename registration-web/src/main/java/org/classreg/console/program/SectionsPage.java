package org.classreg.console.program;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.ClassCategory;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.SectionFilter;
import org.classreg.console.Fill;
import org.classreg.console.LocalTimes;
import org.classreg.console.Messages;
import org.classreg.console.ProgramView;
import org.classreg.console.Viewer;
import org.classreg.errors.Forbidden;
import org.classreg.errors.InvalidInput;
import org.classreg.lists.Slice;
import org.classreg.registration.SeatCounts;
import org.classreg.security.SectionTeachers;
import org.primefaces.PrimeFaces;

/** The sections of a program that the viewer may look into, and how full they are from moment to moment. */
@Named
@ViewScoped
public class SectionsPage implements Serializable {

    @Inject
    Catalog catalog;

    @Inject
    Viewer viewer;

    @Inject
    SectionTeachers teachers;

    @Inject
    SeatCounts counts;

    private String code;
    private String at;
    private ProgramView program;
    private Instant moment;
    private List<SectionRow> rows;
    private List<SectionRow> filtered;
    private Map<String, String> categories;
    private Map<String, Fill> fills;

    /** Reads the sections; without such a program there is no page. A date that is none counts as not given. */
    public void load() {
        program = ProgramView.of(catalog.getProgram(code));
        readMoment();
        var sections = sections();
        rows = sections.stream().map(SectionRow::of).collect(Collectors.toCollection(ArrayList::new));
        categories = sections.stream().map(section -> section.getSubject().getCategory())
                .collect(Collectors.toMap(ClassCategory::getSymbol, ClassCategory::getTitle, (one, same) -> one, TreeMap::new));
        count(sections);
    }

    /** Counts the seats anew and hands the numbers to the script of the page, which alone changes: nobody loses the place. */
    public void refresh() {
        count(sections());
        var numbers = Json.createObjectBuilder();
        fills.forEach((section, fill) -> numbers.add("section " + section, numbers(fill)));
        categories.keySet().forEach(symbol -> numbers.add("category " + symbol, numbers(categoryFill(symbol))));
        numbers.add("program", numbers(getTotal()));
        PrimeFaces.current().ajax().addCallbackParam("fills", numbers.build().toString());
        PrimeFaces.current().ajax().addCallbackParam("fullSections", getFullSections());
    }

    /** All of them for who runs the program; for a teacher, the own ones. */
    private List<ClassSection> sections() {
        if (viewer.runs(code)) {
            return catalog.sections(code);
        }
        if (!viewer.teachesIn(code)) {
            throw new Forbidden("The sections are for the staff and the teachers of the program.");
        }
        var own = teachers.ownSections(code);
        return catalog.sections(code).stream().filter(section -> own.contains(section.getCode())).toList();
    }

    private static JsonArrayBuilder numbers(Fill fill) {
        return Json.createArrayBuilder().add(fill.taken()).add(fill.seats());
    }

    private void readMoment() {
        try {
            moment = LocalTimes.parse(at, program.zone());
        } catch (InvalidInput e) {
            Messages.error(e.faults().get(0).message());
        }
    }

    /** Of another instant there are the seats taken then; the capacity is that of now. */
    private void count(List<ClassSection> sections) {
        Map<String, Integer> then = isNow() ? Map.of() : counts.find(code, SectionFilter.NONE, Slice.all(), moment).entrySet().stream()
                .collect(Collectors.toMap(taken -> taken.getKey().getCode(), Map.Entry::getValue));
        fills = sections.stream().collect(Collectors.toMap(ClassSection::getCode, section -> isNow()
                ? Fill.of(section) : new Fill(then.getOrDefault(section.getCode(), 0), section.getCapacity())));
    }

    /** Whether this is the present, which is counted anew while it is looked at. */
    public boolean isNow() {
        return moment == null;
    }

    /** The instant looked at, for people. */
    public String getMomentText() {
        return LocalTimes.moment(moment, program.zone());
    }

    /** The instant looked at, for the field. */
    public String getMomentField() {
        return LocalTimes.field(moment, program.zone());
    }

    /** Tells the table which rows to keep while somebody types. */
    public boolean matches(Object row, Object text, Locale locale) {
        return text == null || ((SectionRow) row).matches(text.toString());
    }

    public Fill fill(String section) {
        return fills.getOrDefault(section, Fill.NONE);
    }

    public Fill categoryFill(String symbol) {
        return Fill.sum(rows.stream().filter(row -> row.category().equals(symbol)).map(row -> fill(row.code())));
    }

    public Fill getTotal() {
        return Fill.sum(fills.values().stream());
    }

    public long getFullSections() {
        return fills.values().stream().filter(Fill::full).count();
    }

    /** Titles by symbol. */
    public Map<String, String> getCategories() {
        return categories;
    }

    public ProgramView getProgram() {
        return program;
    }

    public List<SectionRow> getRows() {
        return rows;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getAt() {
        return at;
    }

    public void setAt(String at) {
        this.at = at;
    }

    public List<SectionRow> getFiltered() {
        return filtered;
    }

    public void setFiltered(List<SectionRow> filtered) {
        this.filtered = filtered;
    }
}
