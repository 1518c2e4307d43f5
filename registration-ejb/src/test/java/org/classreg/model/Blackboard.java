package org.classreg.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.classreg.model.Fact.Interest;
import org.classreg.model.Fact.Row;
import org.classreg.model.Fact.Visit;

/** What is true now, and how it came to be: lists, no database, no locks. */
final class Blackboard {

    final List<Deed> journal = new ArrayList<>();
    Settings settings = Settings.AT_FIRST;

    /** The minute. */
    int now;

    private final List<Fact> active = new ArrayList<>();
    private final List<Fact> ever = new ArrayList<>();
    private final Map<Section, Section.State> states = new HashMap<>();
    private int ids;
    private int places;

    Stream<Row> rows() {
        return of(active, Row.class);
    }

    Stream<Visit> visits() {
        return of(active, Visit.class);
    }

    Stream<Interest> interests() {
        return of(active, Interest.class);
    }

    /** Whatever there ever was, whether or not it has ended. */
    Stream<Fact> history() {
        return ever.stream();
    }

    private static <T extends Fact> Stream<T> of(List<Fact> facts, Class<T> kind) {
        return List.copyOf(facts).stream().filter(kind::isInstance).map(kind::cast);
    }

    boolean isActive(Fact fact) {
        return active.contains(fact);
    }

    /** The seats of a student. */
    List<Row> schedule(String student) {
        return rows().filter(row -> row.takesSeat() && row.student().equals(student)).toList();
    }

    /** The seats in a section, the first taken first. */
    List<Row> seats(Section section) {
        return rows().filter(row -> row.takesSeat() && row.section() == section).sorted(Comparator.comparing(Row::id)).toList();
    }

    List<Row> line(Section section) {
        return rows().filter(row -> row.is(Row.WAITLIST) && row.section() == section).sorted(Comparator.comparing(Row::place)).toList();
    }

    Optional<Row> find(String student, Section section, String type) {
        return rows().filter(row -> row.student().equals(student) && row.section() == section && row.is(type)).findFirst();
    }

    Section.State state(Section section) {
        return states.getOrDefault(section, section.atFirst());
    }

    int capacity(Section section) {
        var state = state(section);
        var own = state.most() != null ? state.most() : state.inRoom() ? Campus.ROOM_SEATS : 0;
        return Math.max(0, own + settings.more());
    }

    boolean isFull(Section section) {
        return seats(section).size() >= capacity(section);
    }

    /** Begins a registration; who gets a seat waits no longer for it. */
    Row begin(Deed deed, String student, Section section, String type) {
        var row = new Row(ids++, student, section, type, type.equals(Row.WAITLIST) ? ++places : 0, now,
                type.equals(Row.OFFERED) ? now + settings.offerMinutes() : 0);
        if (row.takesSeat()) {
            line(section).stream().filter(waiting -> waiting.student().equals(student)).forEach(waiting -> end(deed, waiting));
        }
        return begin(deed, row);
    }

    /** Begins something again that was before, as something new: a place in line and the end of an offer stay. */
    void again(Deed deed, Fact fact) {
        if (fact instanceof Row row) {
            begin(deed, new Row(ids++, row.student(), row.section(), row.type(), row.place(), now, row.lapses()));
        } else if (fact instanceof Visit visit) {
            visit(deed, visit.student());
        } else if (fact instanceof Interest interest) {
            interest(deed, interest.student(), interest.course());
        }
    }

    void waitAt(Deed deed, String student, Section section, int place) {
        begin(deed, new Row(ids++, student, section, Row.WAITLIST, place, now, 0));
    }

    void visit(Deed deed, String student) {
        begin(deed, new Visit(ids++, student, now));
    }

    void interest(Deed deed, String student, String course) {
        begin(deed, new Interest(ids++, student, course));
    }

    private <T extends Fact> T begin(Deed deed, T fact) {
        active.add(fact);
        ever.add(fact);
        deed.begun.add(fact);
        note(deed);
        return fact;
    }

    void end(Deed deed, Fact fact) {
        active.remove(fact);
        deed.ended.add(fact);
        note(deed);
    }

    void change(Deed deed, Section section, Section.State wanted) {
        if (!wanted.equals(state(section))) {
            deed.change = new Deed.Change(section, state(section), wanted);
            states.put(section, wanted);
            note(deed);
        }
    }

    private void note(Deed deed) {
        if (!journal.contains(deed)) {
            journal.add(deed);
        }
    }
}
