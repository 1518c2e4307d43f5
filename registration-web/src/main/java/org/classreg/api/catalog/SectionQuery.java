package org.classreg.api.catalog;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.classreg.api.Flags;
import org.classreg.api.Instants;
import org.classreg.api.Texts;
import org.classreg.catalog.SectionFilter;
import org.classreg.errors.InvalidInput;
import org.classreg.lists.Slice;

/** Which sections a request asks for, and as of which instant their seats are counted. */
public class SectionQuery {

    private static final Set<String> COUNTED_NOW = Set.of("enrolled", "seatsLeft");

    @QueryParam("q")
    String text;

    @QueryParam("category")
    String category;

    @QueryParam("open")
    String open;

    @QueryParam("grade")
    String grade;

    @QueryParam("from")
    String from;

    @QueryParam("to")
    String to;

    @QueryParam("at")
    String at;

    /** @throws InvalidInput with the first parameter that is malformed */
    SectionFilter filter() {
        return new SectionFilter(Texts.read("q", text, 200), Texts.read("category", category, 10),
                open == null ? null : Flags.read("open", open), Grades.read(grade), Instants.read("from", from, null), Instants.read("to", to, null));
    }

    /**
     * The instant as of which seats are counted; empty for now, which is stored.
     *
     * @throws InvalidInput if sections are looked for, or are to be ordered, by the seats of now
     */
    Optional<Instant> at(Slice slice) {
        var instant = Optional.ofNullable(Instants.read("at", at, null));
        if (instant.isPresent() && (open != null || slice.order().stream().anyMatch(sort -> COUNTED_NOW.contains(sort.field())))) {
            throw new InvalidInput("at", "Seats as of an instant go with neither open nor an order by seats, which are about now.");
        }
        return instant;
    }
}
