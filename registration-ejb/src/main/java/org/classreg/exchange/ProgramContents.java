package org.classreg.exchange;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.classreg.catalog.ClassCategory;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.ClassSubject;
import org.classreg.catalog.Program;
import org.classreg.catalog.Room;
import org.classreg.catalog.Timeslot;

/** What a program has, to be found by key. Categories, timeslots and rooms are added when they are asked for and not there. */
final class ProgramContents {

    private static final int LONGEST_SYMBOL = 10;

    private record Times(Instant start, Instant end) {
    }

    private final Program program;
    private final Changes changes;
    private final Map<String, ClassSubject> subjects = new HashMap<>();
    private final Map<String, ClassSubject> subjectsByCode = new HashMap<>();
    private final Map<String, ClassSection> sections = new HashMap<>();
    private final Map<String, ClassSection> sectionsByCode = new HashMap<>();
    private final Map<String, ClassCategory> categories = new HashMap<>();
    private final Map<String, ClassCategory> categoriesBySymbol = new HashMap<>();
    private final Map<Times, Timeslot> timeslots = new HashMap<>();
    private final Map<String, Room> rooms = new HashMap<>();

    /** Of a program that has nothing yet. */
    ProgramContents(Program program, Changes changes) {
        this.program = program;
        this.changes = changes;
    }

    /** Takes in all that a program of the database has, as it is there now. */
    ProgramContents load(EntityManager em) {
        list(em, ClassSubject.OF_PROGRAM, ClassSubject.class).forEach(this::enter);
        list(em, ClassCategory.OF_PROGRAM, ClassCategory.class).forEach(this::enter);
        list(em, Timeslot.OF_PROGRAM, Timeslot.class).forEach(this::enter);
        list(em, Room.OF_PROGRAM, Room.class).forEach(room -> rooms.put(room.getName(), room));
        em.createNamedQuery(ClassSection.OF_PROGRAM, ClassSection.class)
                .setParameter("program", program.getCode())
                .setHint("eclipselink.refresh", true)
                .getResultList().forEach(this::enter);
        return this;
    }

    private <T> List<T> list(EntityManager em, String query, Class<T> type) {
        return em.createNamedQuery(query, type).setParameter("program", program).getResultList();
    }

    void enter(ClassSubject subject) {
        subjectsByCode.put(subject.getCode(), subject);
        if (subject.getSourcedId() != null) {
            subjects.put(subject.getSourcedId(), subject);
        }
    }

    void enter(ClassSection section) {
        sectionsByCode.put(section.getCode(), section);
        if (section.getSourcedId() != null) {
            sections.put(section.getSourcedId(), section);
        }
    }

    private void enter(ClassCategory category) {
        categories.putIfAbsent(category.getTitle(), category);
        categoriesBySymbol.put(category.getSymbol(), category);
    }

    private void enter(Timeslot timeslot) {
        timeslots.put(new Times(timeslot.getStartsAt(), timeslot.getEndsAt()), timeslot);
    }

    Program program() {
        return program;
    }

    /** By sourcedId; null if there is none. */
    ClassSubject subject(String id) {
        return subjects.get(id);
    }

    /** Null if there is none. */
    ClassSubject subjectByCode(String code) {
        return subjectsByCode.get(code);
    }

    /** Those that have a sourcedId, by it. */
    Map<String, ClassSection> sections() {
        return sections;
    }

    /** Null if there is none. */
    ClassSection sectionByCode(String code) {
        return sectionsByCode.get(code);
    }

    /** @param hint what the symbol of a new category is made of */
    ClassCategory category(String title, String hint) {
        var known = categories.get(title);
        if (known != null) {
            return known;
        }
        var category = changes.add(new ClassCategory(program, freeSymbol(hint), title));
        enter(category);
        return category;
    }

    private String freeSymbol(String hint) {
        var letters = hint.toUpperCase().replaceAll("[^A-Z0-9]", "");
        var stem = letters.isEmpty() ? "C" : letters;
        var symbol = shortened(stem, "");
        for (int i = 2; categoriesBySymbol.containsKey(symbol); i++) {
            symbol = shortened(stem, String.valueOf(i));
        }
        return symbol;
    }

    private static String shortened(String stem, String suffix) {
        return stem.substring(0, Math.min(stem.length(), LONGEST_SYMBOL - suffix.length())) + suffix;
    }

    Timeslot timeslot(ClassRow.Interval interval) {
        var times = new Times(interval.start().atZone(program.zone()).toInstant(), interval.end().atZone(program.zone()).toInstant());
        return timeslots.computeIfAbsent(times, unknown -> changes.add(new Timeslot(program, unknown.start, unknown.end, false)));
    }

    /** @param seats of a room that is not known yet; null when nobody has counted them */
    Room room(String name, Integer seats) {
        return rooms.computeIfAbsent(name, unknown -> changes.add(new Room(program, unknown, seats)));
    }

    /** Works the capacity of all sections out again. */
    void resize() {
        sectionsByCode.values().forEach(ClassSection::resize);
    }

    /** Works the capacity of the sections of a class out again. */
    void resize(ClassSubject subject) {
        sectionsByCode.values().stream().filter(section -> section.getSubject().equals(subject)).forEach(ClassSection::resize);
    }
}
