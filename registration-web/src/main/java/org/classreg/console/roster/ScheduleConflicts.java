package org.classreg.console.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.SectionId;
import org.classreg.console.MeetingTimes;
import org.classreg.console.Present;
import org.classreg.registration.Schedules;
import org.classreg.registration.StudentRegistration;

/** What of a student's schedule keeps the student out of a section, when it is that alone. */
@ApplicationScoped
public class ScheduleConflicts {

    /** Reasons that go when what is in the way goes. */
    private static final Set<String> SWAPPABLE = Set.of("SCHEDULE_CONFLICT", "ALREADY_IN_CLASS", "LUNCH_NEEDED", "TOO_MANY_SECTIONS");

    @Inject
    Present present;

    @Inject
    Catalog catalog;

    @Inject
    Schedules schedules;

    /**
     * The sections that a swap would end, each by code, title and times.
     *
     * @param reasons the codes of all that speaks against the section
     * @return empty when there is nothing in the way, or something else against it
     */
    public List<String> inTheWay(SectionId id, String username, Set<String> reasons) {
        if (reasons.isEmpty() || !SWAPPABLE.containsAll(reasons)) {
            return List.of();
        }
        var section = catalog.getSection(id);
        return schedules.schedule(id.program(), username, present.now()).stream()
                .map(StudentRegistration::getSection)
                .filter(taken -> !taken.getCode().equals(section.getCode()))
                .filter(taken -> taken.getSubject().getCode().equals(section.getSubject().getCode()) || taken.overlaps(section))
                .map(ScheduleConflicts::name)
                .toList();
    }

    private static String name(ClassSection section) {
        return String.join(" · ", section.getCode(), section.getTitle(), MeetingTimes.of(section));
    }
}
