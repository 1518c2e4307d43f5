package org.classreg.console.program;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.classreg.catalog.Catalog;
import org.classreg.console.Counts;
import org.classreg.console.LocalTimes;
import org.classreg.console.Messages;
import org.classreg.console.Present;
import org.classreg.console.ProgramView;
import org.classreg.console.Staff;
import org.classreg.errors.InvalidInput;
import org.classreg.registration.Missing;
import org.classreg.registration.StudentRegistration;
import org.primefaces.PrimeFaces;

/** Takes the seats of those back who have not come: first shows whose, then does it. */
@Named
@ViewScoped
public class MissingPage implements Serializable {

    private static final int MOST_ROWS = 500;

    @Inject
    Present present;

    @Inject
    Staff staff;

    @Inject
    Catalog catalog;

    @Inject
    Missing missing;

    private String code;
    private ProgramView program;
    private String by;
    private String reason;
    private String byFault;
    private Outlook outlook;

    /**
     * Whose seats would end.
     *
     * @param by until when they should have come
     * @param rows the first of them, by section and name
     */
    public record Outlook(Instant by, String byText, int seats, long students, List<Row> rows) implements Serializable {

        public boolean cut() {
            return rows.size() < seats;
        }
    }

    /** A seat of somebody who has not come. */
    public record Row(String name, String username, String section, String title, String type) implements Serializable {

        static Row of(StudentRegistration seat) {
            return new Row(seat.getStudent().name(), seat.getStudent().getUsername(), seat.getSection().getCode(),
                    seat.getSection().getTitle(), seat.getType().getName());
        }
    }

    /** Reads the page, for those who run the program; without such a program there is none. */
    public void load() {
        var found = catalog.getProgram(code);
        staff.require(found);
        program = ProgramView.of(found);
        by = LocalTimes.field(present.now().truncatedTo(ChronoUnit.MINUTES), program.zone());
    }

    /** Shows whose seats would end, or says what is wrong with the time. */
    public void preview() {
        outlook = null;
        byFault = null;
        try {
            var until = LocalTimes.parse(by, program.zone());
            if (until == null) {
                byFault = "Until when they should have come is needed.";
                return;
            }
            look(until);
            PrimeFaces.current().focus(outlook.seats() == 0 ? "by" : "reason");
        } catch (InvalidInput e) {
            byFault = e.faults().get(0).message();
        }
    }

    private void look(Instant until) {
        var seats = missing.preview(code, until);
        outlook = new Outlook(until, LocalTimes.moment(until, program.zone()), seats.size(),
                seats.stream().map(StudentRegistration::getStudent).distinct().count(), seats.stream().limit(MOST_ROWS).map(Row::of).toList());
    }

    /** Ends the seats of those who have not come until then; who has come meanwhile keeps them. */
    public void unenroll() {
        var ended = missing.unenroll(code, outlook.by(), reason == null || reason.isBlank() ? null : reason.strip());
        outlook = null;
        reason = null;
        if (ended.isEmpty()) {
            Messages.success("Everybody has come meanwhile: nothing was changed.");
        } else {
            Messages.success(Counts.of(ended.size(), "seat") + " ended.", ended.get(0).getEndedBy().getId());
        }
    }

    public ProgramView getProgram() {
        return program;
    }

    /** What is wrong with the time; null when nothing is. */
    public String getByFault() {
        return byFault;
    }

    /** Null before it has been asked for. */
    public Outlook getOutlook() {
        return outlook;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getBy() {
        return by;
    }

    public void setBy(String by) {
        this.by = by;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
