package org.classreg.registration;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.Locks;
import org.classreg.catalog.SectionFilter;
import org.classreg.catalog.SectionId;
import org.classreg.catalog.SectionSearch;
import org.classreg.errors.NotFound;
import org.classreg.lists.Slice;

/** How many seats of sections were taken at an instant. */
@Stateless
@PermitAll
public class SeatCounts {

    @Inject
    EntityManager em;

    @Inject
    Catalog catalog;

    @Inject
    SectionSearch search;

    @Inject
    Locks locks;

    /**
     * Sections that are looked for, as {@link SectionSearch#find} finds them, each with how many of its seats were taken.
     *
     * @throws NotFound if no program has this code
     */
    public Map<ClassSection, Integer> find(String programCode, SectionFilter filter, Slice slice, Instant at) {
        return count(search.find(programCode, filter, slice), at);
    }

    /** @throws NotFound if there is no such section */
    public Map.Entry<ClassSection, Integer> get(SectionId id, Instant at) {
        return count(List.of(catalog.getSection(id)), at).entrySet().iterator().next();
    }

    /** What is being written is waited for: an answer as of now is the answer for that instant for ever. */
    private Map<ClassSection, Integer> count(List<ClassSection> sections, Instant at) {
        Map<ClassSection, Integer> taken = new LinkedHashMap<>();
        locks.shareSections(sections);
        sections.forEach(section -> taken.put(section, 0));
        var byId = sections.stream().collect(Collectors.toMap(ClassSection::getId, Function.identity()));
        if (!sections.isEmpty()) {
            em.createNamedQuery(StudentRegistration.SEATS_TAKEN_OF, Object[].class)
                    .setParameter("ids", byId.keySet())
                    .setParameter("at", at)
                    .getResultStream().forEach(row -> taken.put(byId.get((Long) row[0]), ((Number) row[1]).intValue()));
        }
        return taken;
    }
}
