package org.classreg.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.classreg.catalog.WindowKind;
import org.classreg.errors.Reason;
import org.classreg.errors.Refused;

/** The rules by occasion, and the one place where they run. */
public enum Rules {

    /** For a seat, whenever it is given out: by the lottery, for one. */
    SEAT(new OnlyStudents(), new AcceptedClasses(), new NotCancelled(), new Scheduled(), new OpenSections(), new GradeInRange(),
            new OneSectionAClass(), new NoScheduleConflict(), new TimeForLunch(), new SectionLimit(), new TimeslotLimit(), new ProgramNotFull(),
            new SeatsLeft()),

    /** For a seat that was given out elsewhere, in a system that is imported from: what nobody may break. */
    GIVEN_SEAT(new OnlyStudents(), new NotCancelled(), new OneSectionAClass(), new NoScheduleConflict(), new SeatsLeft()),

    /** For a seat that comes back because its end is undone: besides, the limits hold. */
    RESTORED_SEAT(GIVEN_SEAT, new TimeForLunch(), new SectionLimit(), new TimeslotLimit(), new ProgramNotFull()),

    /** For a seat that somebody has, in a section that meets at other times. */
    MOVED_SEAT(new NoScheduleConflict(), new TimeForLunch(), new TimeslotLimit()),

    /** For a seat that somebody has, in a section that changes. */
    KEPT_SEAT(MOVED_SEAT, new SeatsLeft()),

    /** For a seat that a student takes now. */
    ENROLLMENT(SEAT, new WithinWindow(WindowKind.ENROLLMENT)),

    /** For a seat in exchange for another. */
    MOVE(SEAT, new WithinWindow(WindowKind.CHANGES)),

    /** For a place in line, whenever it is given out: that the seat may come about, and cannot be had at once. */
    PLACE(new OnlyStudents(), new AcceptedClasses(), new NotCancelled(), new Scheduled(), new OpenSections(), new GradeInRange(),
            new OneSectionAClass(), new NoSeatsLeft()),

    /** For a place in line that a student takes now. */
    WAITLIST(PLACE, new WithinWindow(WindowKind.ENROLLMENT)),

    /** For a wish, such as Interested or Priority/1: that the section may come about. */
    PREFERENCE(new OnlyStudents(), new AcceptedClasses(), new NotCancelled()),

    /** For a wish that a student makes now. */
    WISH(PREFERENCE, new WithinWindow(WindowKind.INTEREST), new PriorityLimit()),

    /** For a wish or a place in line that comes back because its end is undone. */
    RESTORED_WISH(new NotCancelled()),

    /** For a mark such as Applied or Attended. */
    MARK(new OnlyStudents());

    private final List<Rule> rules;

    Rules(Rule... rules) {
        this.rules = List.of(rules);
    }

    Rules(Rules base, Rule... more) {
        rules = Stream.concat(Stream.of(more), base.rules.stream()).toList();
    }

    /** @return every reason against it; empty when the student may */
    public List<Reason> objections(Addition addition) {
        var objections = new ArrayList<Reason>();
        for (var rule : rules) {
            rule.objection(addition).ifPresent(objections::add);
        }
        return objections;
    }

    /** @throws Refused with every reason, if there is any */
    public void require(Addition addition) {
        var objections = objections(addition);
        if (!objections.isEmpty()) {
            throw new Refused(objections);
        }
    }
}
