package org.classreg.registration;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.classreg.catalog.ClassSection;
import org.classreg.people.Person;

/**
 * The one order in which rows are locked, so that no two operations wait for each other: students by id, then sections by id.
 * What was read before is read again: behind a lock, the state is the latest.
 */
@Dependent
public class Locks {

    @Inject
    EntityManager em;

    /** Locks students until the transaction ends. */
    public void students(Collection<Person> students) {
        if (!students.isEmpty()) {
            em.createNamedQuery(Person.LOCK, Person.class)
                    .setParameter("ids", students.stream().map(Person::getId).distinct().toList())
                    .getResultList();
        }
    }

    /** Locks sections until the transaction ends; only after the students. */
    public void sections(Collection<ClassSection> sections) {
        if (!sections.isEmpty()) {
            em.createNamedQuery(ClassSection.LOCK, ClassSection.class)
                    .setParameter("ids", sections.stream().map(ClassSection::getId).distinct().toList())
                    .getResultList();
        }
    }

    /** Locks one student, then sections. */
    public void studentAndSections(Person student, ClassSection... sections) {
        students(List.of(student));
        sections(Stream.of(sections).toList());
    }
}
