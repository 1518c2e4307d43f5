package org.classreg.catalog;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.classreg.people.Person;

/**
 * The one order in which rows are locked, so that no two operations wait for each other: students by id, then sections by id.
 * What was read before is read again: behind a lock, the state is the latest.
 */
@Dependent
public class Locks {

    private static final int CHUNK = 1_000;

    @Inject
    EntityManager em;

    /** Locks students until the transaction ends. */
    public void students(Collection<Person> students) {
        lock("person", students.stream().map(Person::getId), ids ->
                em.createNamedQuery(Person.AFRESH, Person.class).setParameter("ids", ids).getResultList());
    }

    /** Locks sections until the transaction ends; only after the students. */
    public void sections(Collection<ClassSection> sections) {
        lock("class_section", sections.stream().map(ClassSection::getId), ids ->
                em.createNamedQuery(ClassSection.AFRESH, ClassSection.class).setParameter("ids", ids).getResultList());
    }

    /** Locks one student, then sections. */
    public void studentAndSections(Person student, ClassSection... sections) {
        students(List.of(student));
        sections(Stream.of(sections).toList());
    }

    private void lock(String table, Stream<Long> ids, Consumer<List<Long>> readAgain) {
        var inOrder = ids.distinct().sorted().toList();
        for (int i = 0; i < inOrder.size(); i += CHUNK) {
            var chunk = inOrder.subList(i, Math.min(inOrder.size(), i + CHUNK));
            var list = chunk.stream().map(String::valueOf).collect(Collectors.joining(", "));
            em.createNativeQuery("select id from " + table + " where id in (" + list + ") order by id " + strength()).getResultList();
            readAgain.accept(chunk);
        }
    }

    /**
     * PostgreSQL's FOR UPDATE would also make others wait who insert a row that refers to the locked one, outside of the order: deadlocks.
     * The weaker lock excludes those alone who lock or change the row.
     */
    private String strength() {
        try {
            var database = em.unwrap(Connection.class).getMetaData().getDatabaseProductName();
            return "PostgreSQL".equals(database) ? "for no key update" : "for update";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
