package org.classreg.console.student;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.classreg.catalog.Catalog;
import org.classreg.console.LocalTimes;
import org.classreg.console.Messages;
import org.classreg.console.Present;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.InvalidInput.Fault;
import org.classreg.errors.NotFound;
import org.classreg.registration.OverrideKind;
import org.classreg.registration.StudentOverride;
import org.classreg.registration.StudentOverrides;
import org.classreg.registration.StudentOverrides.Grant;
import org.primefaces.PrimeFaces;

/** Lets the student of the page past rules for some time, and ends that. */
@Named
@ViewScoped
public class Overriding implements Serializable {

    @Inject
    Present present;

    @Inject
    StudentOverrides overrides;

    @Inject
    Catalog catalog;

    @Inject
    StudentPage page;

    private List<OverrideRow> rows;
    private List<Place> places;
    private OverrideKind kind = OverrideKind.GRADE;
    private String where;
    private String from;
    private String until;
    private String reason;
    private final Map<String, String> faults = new HashMap<>();

    /** Grants what was typed, or says at each field what is wrong with it. */
    public void grant() {
        faults.clear();
        try {
            var granted = overrides.grant(page.getProgramCode(), page.getUsername(), read());
            Messages.success("%s has the override \"%s\".".formatted(page.getStudent().name(), OverrideRow.words(granted.getKind())));
            clear();
            PrimeFaces.current().focus("override-kind");
        } catch (InvalidInput e) {
            e.faults().forEach(fault -> faults.put(fault.field(), fault.message()));
        } catch (NotFound e) {
            faults.put("where", e.getMessage());
        }
    }

    private Grant read() {
        var bad = new ArrayList<Fault>();
        var starts = moment("from", from, bad);
        var ends = moment("until", until, bad);
        if (!bad.isEmpty()) {
            throw new InvalidInput(bad);
        }
        var code = where == null || where.isBlank() ? null : where.strip();
        var isSection = getPlaces().stream().anyMatch(place -> place.isSection() && place.code().equals(code));
        return new Grant(kind, isSection ? null : code, isSection ? code : null, starts, ends, reason);
    }

    private Instant moment(String field, String text, List<Fault> bad) {
        try {
            return LocalTimes.parse(text, page.getProgram().zone());
        } catch (InvalidInput e) {
            bad.add(new Fault(field, e.faults().get(0).message()));
            return null;
        }
    }

    private void clear() {
        rows = null;
        where = null;
        from = null;
        until = null;
        reason = null;
    }

    /** Ends an override now. */
    public void end(OverrideRow row) {
        overrides.revoke(row.id());
        rows = null;
        Messages.success("The override of %s has ended.".formatted(page.getStudent().name()));
    }

    /** All that there ever were, the newest first. */
    public List<OverrideRow> getRows() {
        if (rows == null) {
            rows = overrides.of(page.getProgramCode(), page.getUsername()).stream().map(this::row).toList();
        }
        return rows;
    }

    private OverrideRow row(StudentOverride override) {
        return OverrideRow.of(override, present.now(), page.getProgram().zone());
    }

    /** The classes and sections of the program, by code. */
    public List<Place> getPlaces() {
        if (places == null) {
            places = Place.of(catalog.sections(page.getProgramCode()));
        }
        return places;
    }

    /** What is wrong with a field; null when nothing is. */
    public String fault(String field) {
        return faults.get(field);
    }

    public OverrideKind[] getKinds() {
        return OverrideKind.values();
    }

    public String words(OverrideKind each) {
        return OverrideRow.words(each);
    }

    public OverrideKind getKind() {
        return kind;
    }

    public void setKind(OverrideKind kind) {
        this.kind = kind;
    }

    public String getWhere() {
        return where;
    }

    public void setWhere(String where) {
        this.where = where;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getUntil() {
        return until;
    }

    public void setUntil(String until) {
        this.until = until;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
