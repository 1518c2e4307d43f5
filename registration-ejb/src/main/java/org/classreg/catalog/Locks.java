package org.classreg.catalog;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.classreg.people.Person;
import org.classreg.transactions.Busy;
import org.classreg.transactions.Chunks;

/**
 * The one order in which rows are locked, so that no two operations wait for each other: students by id, then sections by id, then the
 * program, then its caps.
 * What was read before is read again: behind a lock, the state is the latest. What has been deleted meanwhile is {@link Busy}: tried again,
 * it is not found.
 */
@Dependent
public class Locks {

    /**
     * What is read of the past in this transaction has one plan for a connection. PostgreSQL would plan anew for each value about a long past, which
     * takes longer than the answer and finds the same.
     */
    private static final String KEPT_PLANS = "set_config('plan_cache_mode', 'force_generic_plan', true)";

    @Inject
    EntityManager em;

    /** Locks students until the transaction ends. */
    public void students(Collection<Person> students) {
        studentsByKey(students.stream().map(Person::getId).toList());
    }

    /** Locks students until the transaction ends, and reads them, by key. */
    public Map<Long, Person> studentsByKey(Collection<Long> keys) {
        var locked = new HashMap<Long, Person>();
        lock("person", keys.stream(), ids -> em.createNamedQuery(Person.AFRESH, Person.class).setParameter("ids", ids).getResultStream()
                .forEach(student -> locked.put(student.getId(), student)));
        return locked;
    }

    /**
     * Locks sections until the transaction ends; only after the students. What their programs set is as it is now, and stays so: whoever
     * sets something for a program locks its sections.
     */
    public void sections(Collection<ClassSection> sections) {
        lock("class_section", sections.stream().map(ClassSection::getId), this::readSectionsAgain);
        readSettingsAgain(sections);
    }

    /** Locks a class until the transaction ends, for its deletion; only after students and sections. */
    public void subject(ClassSubject subject) {
        lock("class_subject", Stream.of(subject.getId()), strength(), ids -> { });
    }

    /** Keeps others from deleting a class until the transaction ends; only after students and sections. */
    public void shareSubject(ClassSubject subject) {
        lock("class_subject", Stream.of(subject.getId()), isPostgres() ? "for share" : "for update", ids -> { });
    }

    /** Locks a registration type until the transaction ends; only after all else. */
    public void type(long id) {
        lock("registration_type", Stream.of(id), strength(), ids -> { });
    }

    /** Keeps others from changing and deleting a registration type until the transaction ends; only after all else. */
    public void shareType(long id) {
        lock("registration_type", Stream.of(id), isPostgres() ? "for share" : "for update", ids -> { });
    }

    /** Locks one student, then sections. */
    public void studentAndSections(Person student, ClassSection... sections) {
        students(List.of(student));
        sections(Stream.of(sections).toList());
    }

    /** Locks what is set for a program until the transaction ends, and reads it again; only after students and sections. */
    public void program(Program program) {
        lock("program", Stream.of(program.getId()), ids -> em.refresh(program));
    }

    /** Keeps others from locking sections until the transaction ends, but not from sharing them; only after the students. */
    public void shareSections(Collection<ClassSection> sections) {
        lock("class_section", sections.stream().map(ClassSection::getId), shared(), this::readSectionsAgain);
        readSettingsAgain(sections);
    }

    /** Keeps what a program sets as it is until the transaction ends, for what needs no section; only after the students. */
    public void shareProgram(Program program) {
        readSettingsAgain(program, shared());
    }

    /** Waits until nobody else is changing who is in a section, and keeps others waiting until the transaction ends. */
    public void settle(ClassSection section) {
        settle("class_section", Stream.of(section.getId()));
    }

    /** The same for several sections, in their order. */
    public void settle(Collection<ClassSection> sections) {
        settle("class_section", sections.stream().map(ClassSection::getId));
    }

    /** Waits until nobody else is checking in or out at a program, and keeps others waiting until the transaction ends. */
    public void settle(Program program) {
        settle("program", Stream.of(program.getId()));
    }

    /** Waits until nobody else is changing what a student has, and keeps others waiting until the transaction ends. */
    public void settle(Person student) {
        settle("person", Stream.of(student.getId()));
    }

    private void settle(String table, Stream<Long> ids) {
        lock(isPostgres() ? "id, " + KEPT_PLANS : "id", table, ids, strength(), chunk -> { });
    }

    /**
     * Locks a cap until the transaction ends; only after students, sections and programs, and in the order of {@link Program#caps}.
     *
     * @throws Busy if the program has been given other caps meanwhile; to be tried again
     */
    public void cap(ProgramCap cap) {
        if (em.createNativeQuery("select id from program_cap where id = " + cap.getId() + " " + strength()).getResultList().isEmpty()) {
            throw new Busy();
        }
    }

    /** Reads sections again that others may have changed since they were read first. */
    public void readAgain(Collection<ClassSection> sections) {
        if (!sections.isEmpty()) {
            readSectionsAgain(sections.stream().map(ClassSection::getId).distinct().toList());
        }
    }

    /**
     * Takes a number until the transaction ends, if no other transaction has it; waits for nothing. H2, the database of one node alone,
     * has no such locks: there this is true, and a unique index has to do.
     */
    public boolean tryNumber(long number) {
        return !isPostgres() || (boolean) em.createNativeQuery("select pg_try_advisory_xact_lock(?1)").setParameter(1, number).getSingleResult();
    }

    private void readSectionsAgain(List<Long> ids) {
        em.createNamedQuery(ClassSection.AFRESH, ClassSection.class).setParameter("ids", ids).getResultList();
    }

    private void readSettingsAgain(Collection<ClassSection> sections) {
        sections.stream().map(ClassSection::getProgram).distinct().forEach(program -> readSettingsAgain(program, ""));
    }

    private void readSettingsAgain(Program program, String strength) {
        var version = em.createNativeQuery("select settings_version from program where id = " + program.getId() + " " + strength).getSingleResult();
        if (((Number) version).intValue() != program.getSettingsVersion()) {
            em.refresh(program);
        }
    }

    private void lock(String table, Stream<Long> ids, Consumer<List<Long>> readAgain) {
        lock(table, ids, strength(), readAgain);
    }

    private void lock(String table, Stream<Long> ids, String strength, Consumer<List<Long>> readAgain) {
        lock("id", table, ids, strength, readAgain);
    }

    private void lock(String columns, String table, Stream<Long> ids, String strength, Consumer<List<Long>> readAgain) {
        for (var chunk : Chunks.of(ids.distinct().sorted().toList())) {
            var list = chunk.stream().map(String::valueOf).collect(Collectors.joining(", "));
            var found = em.createNativeQuery("select " + columns + " from " + table + " where id in (" + list + ") order by id " + strength).getResultList();
            if (found.size() < chunk.size()) {
                throw new Busy();
            }
            readAgain.accept(chunk);
        }
    }

    /**
     * PostgreSQL's FOR UPDATE would also make others wait who insert a row that refers to the locked one, outside of the order: deadlocks.
     * The weaker lock excludes those alone who lock or change the row.
     */
    private String strength() {
        return isPostgres() ? "for no key update" : "for update";
    }

    private String shared() {
        return isPostgres() ? "for share" : "for update";
    }

    private boolean isPostgres() {
        try {
            return "PostgreSQL".equals(em.unwrap(Connection.class).getMetaData().getDatabaseProductName());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
