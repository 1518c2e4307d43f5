package org.classreg.catalog;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.NotFound;
import org.classreg.lists.Conditions;
import org.classreg.lists.Slice;
import org.classreg.lists.Words;

/** Finds programs, classes and sections. */
@Stateless
@PermitAll
public class Catalog {

    @Inject
    EntityManager em;

    /** All programs, the latest first. */
    public List<Program> programs() {
        return em.createNamedQuery(Program.ALL, Program.class).getResultList();
    }

    /**
     * A part of the programs that are looked for.
     *
     * @param text that the code or the title contains, whatever its case; null for any
     * @param from the first day of an interval on which the program is held; null for no beginning
     * @param to the last day of that interval; null for no end
     * @throws InvalidInput if they are to be ordered by something else than the fields of {@link Program#LISTING}
     */
    public List<Program> programs(String text, LocalDate from, LocalDate to, Slice slice) {
        var query = new Conditions("select p from Program p where p.id is not null")
                .andIf("locate(:text, lower(p.code)) > 0 or locate(:text, lower(p.title)) > 0", "text", Words.small(text))
                .andIf("p.endsOn >= :from", "from", from)
                .andIf("p.startsOn <= :to", "to", to);
        return Program.LISTING.query(em, Program.class, query, slice).getResultList();
    }

    public Optional<Program> findProgram(String code) {
        return em.createNamedQuery(Program.BY_CODE, Program.class).setParameter("code", code).getResultStream().findFirst();
    }

    /** @throws NotFound if no program has this code */
    public Program getProgram(String code) {
        return findProgram(code).orElseThrow(() -> new NotFound("program", code));
    }

    /**
     * The sections of a program with their meetings and rooms, by code.
     *
     * @throws NotFound if no program has this code
     */
    public List<ClassSection> sections(String program) {
        getProgram(program);
        return em.createNamedQuery(ClassSection.OF_PROGRAM, ClassSection.class).setParameter("program", program).getResultList();
    }

    /**
     * The timeslots of a program, in time order.
     *
     * @throws NotFound if no program has this code
     */
    public List<Timeslot> timeslots(String program) {
        return em.createNamedQuery(Timeslot.OF_PROGRAM, Timeslot.class).setParameter("program", getProgram(program)).getResultList();
    }

    /**
     * The rooms of a program, by name.
     *
     * @throws NotFound if no program has this code
     */
    public List<Room> rooms(String program) {
        return em.createNamedQuery(Room.OF_PROGRAM, Room.class).setParameter("program", getProgram(program)).getResultList();
    }

    /** @throws NotFound if there is no such program, or no such section in it */
    public ClassSection getSection(SectionId id) {
        return em.createNamedQuery(ClassSection.BY_CODE, ClassSection.class)
                .setParameter("program", id.program())
                .setParameter("code", id.section())
                .getResultStream().findFirst()
                .orElseThrow(() -> new NotFound("section", getProgram(id.program()).getCode() + "/" + id.section()));
    }

    /**
     * The categories of a program, by symbol.
     *
     * @throws NotFound if no program has this code
     */
    public List<ClassCategory> categories(String program) {
        return of(program, ClassCategory.OF_PROGRAM, ClassCategory.class);
    }

    /** @throws NotFound if there is no such program, or no such category in it */
    public ClassCategory getCategory(String program, String symbol) {
        return only(categories(program).stream().filter(category -> category.getSymbol().equals(symbol)), "category", program, symbol);
    }

    /**
     * The classes of a program, by code.
     *
     * @throws NotFound if no program has this code
     */
    public List<ClassSubject> subjects(String program) {
        return of(program, ClassSubject.OF_PROGRAM, ClassSubject.class);
    }

    /**
     * A part of the classes of a program that are looked for, by code unless another order is asked for.
     *
     * @param text that the code or the title contains, whatever its case; null for any
     * @param category by its symbol; null for all
     * @param grade that the class admits; null for any
     * @throws NotFound if no program has this code
     * @throws InvalidInput if they are to be ordered by something else than the fields of {@link ClassSubject#LISTING}
     */
    public List<ClassSubject> subjects(String program, String text, String category, Integer grade, Slice slice) {
        var query = new Conditions("select s from ClassSubject s join fetch s.category c where s.program = :program")
                .with("program", getProgram(program))
                .andIf("locate(:text, lower(s.code)) > 0 or locate(:text, lower(s.title)) > 0", "text", Words.small(text))
                .andIf("c.symbol = :category", "category", category)
                .andIf("(s.gradeMin is null or s.gradeMin <= :grade) and (s.gradeMax is null or s.gradeMax >= :grade)", "grade", grade);
        return ClassSubject.LISTING.query(em, ClassSubject.class, query, slice).getResultList();
    }

    /** @throws NotFound if there is no such program, or no such timeslot in it */
    public Timeslot getTimeslot(String program, long id) {
        return only(timeslots(program).stream().filter(timeslot -> timeslot.getId() == id), "timeslot", program, id);
    }

    /** @throws NotFound if there is no such program, or no such room in it */
    public Room getRoom(String program, String name) {
        return only(rooms(program).stream().filter(room -> room.getName().equals(name)), "room", program, name);
    }

    private <T> List<T> of(String program, String query, Class<T> type) {
        return em.createNamedQuery(query, type).setParameter("program", getProgram(program)).getResultList();
    }

    private static <T> T only(Stream<T> found, String what, String program, Object key) {
        return found.findFirst().orElseThrow(() -> new NotFound(what, program + "/" + key));
    }

    /** @throws NotFound if there is no such program, or no such class in it */
    public ClassSubject getSubject(String program, String code) {
        return em.createNamedQuery(ClassSubject.BY_CODE, ClassSubject.class)
                .setParameter("program", program)
                .setParameter("code", code)
                .getResultStream().findFirst()
                .orElseThrow(() -> new NotFound("class", getProgram(program).getCode() + "/" + code));
    }
}
