package org.classreg.console.program;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.ClassSection;
import org.classreg.console.Fill;
import org.classreg.console.ProgramView;
import org.classreg.console.Staff;

/** Which section meets when and where, and how full it is. */
@Named
@RequestScoped
public class RoomsPage {

    @Inject
    Staff staff;

    @Inject
    Catalog catalog;

    private String code;
    private ProgramView program;
    private RoomGrid grid;
    private List<Unscheduled> unscheduled;

    /** A section that does not meet. */
    public record Unscheduled(String code, String title, Fill fill) {
    }

    /** Reads the page, for those who run the program; without such a program there is none. */
    public void load() {
        var found = catalog.getProgram(code);
        staff.require(found);
        program = ProgramView.of(found);
        var sections = catalog.sections(code).stream().filter(section -> !section.isCancelled()).toList();
        grid = RoomGrid.of(found, catalog.timeslots(code), sections);
        unscheduled = sections.stream().filter(section -> section.meetings().isEmpty()).map(RoomsPage::unscheduled).toList();
    }

    private static Unscheduled unscheduled(ClassSection section) {
        return new Unscheduled(section.getCode(), section.getTitle(), Fill.of(section));
    }

    public ProgramView getProgram() {
        return program;
    }

    public RoomGrid getGrid() {
        return grid;
    }

    public List<Unscheduled> getUnscheduled() {
        return unscheduled;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
