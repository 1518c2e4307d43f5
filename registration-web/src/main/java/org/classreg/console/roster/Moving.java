package org.classreg.console.roster;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.ClassSection;
import org.classreg.console.Fill;
import org.classreg.console.MeetingTimes;
import org.classreg.console.Messages;
import org.classreg.errors.Reason;
import org.classreg.errors.Refused;
import org.classreg.registration.Registrations;
import org.primefaces.PrimeFaces;

/** Moves somebody on the roster to another section. */
@Named
@ViewScoped
public class Moving implements Serializable {

    @Inject
    Catalog catalog;

    @Inject
    Registrations registrations;

    @Inject
    RosterPage page;

    private RosterRow row;
    private String target;
    private List<Target> targets = List.of();
    private List<String> objections = List.of();

    /**
     * A section to move to.
     *
     * @param label what tells it from others, in one line
     */
    public record Target(String code, String label) implements Serializable {
    }

    /** Begins with one registration: the other sections of its class come first. */
    public void begin(RosterRow chosen) {
        row = chosen;
        target = null;
        objections = List.of();
        var classCode = catalog.getSection(page.getId()).getSubject().getCode();
        targets = catalog.sections(page.getProgramCode()).stream()
                .filter(section -> section.isAccepted() && !section.isCancelled() && !section.getCode().equals(page.getSectionCode()))
                .sorted(Comparator.comparing((ClassSection section) -> !section.getSubject().getCode().equals(classCode))
                        .thenComparing(ClassSection::getCode))
                .map(Moving::target)
                .toList();
    }

    private static Target target(ClassSection section) {
        return new Target(section.getCode(), String.join(" · ",
                section.getCode(), section.getTitle(), MeetingTimes.of(section), Fill.of(section).leftText()));
    }

    /** Moves, or says all that is against it. */
    public void move() {
        if (target == null) {
            objections = List.of("Choose a section first.");
            return;
        }
        try {
            var moved = registrations.move(row.id(), target);
            Messages.success("%s, moved from %s.".formatted(moved, page.getSectionCode()), moved.getStartedBy().getId());
            PrimeFaces.current().ajax().addCallbackParam("moved", true);
        } catch (Refused e) {
            objections = e.reasons().stream().map(Reason::message).toList();
        }
        page.reload();
    }

    public RosterRow getRow() {
        return row;
    }

    public List<Target> getTargets() {
        return targets;
    }

    public String getTarget() {
        return target;
    }

    public void setTarget(String target) {
        this.target = target;
    }

    public List<String> getObjections() {
        return objections;
    }
}
