package org.classreg.setup;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.classreg.catalog.ClassSection;
import org.classreg.people.Person;
import org.classreg.people.Role;
import org.classreg.security.ProgramRole;
import org.classreg.security.SectionTeacher;

/** The sample's staff and volunteer, and who teaches what. They have no passwords; an administrator gives them some. */
final class SampleRights {

    private final EntityManager em;
    private final Instant now;

    SampleRights(EntityManager em, Instant now) {
        this.em = em;
        this.now = now;
    }

    /** Names one staff member and one volunteer, and gives all sections of a class to one of the teachers. */
    void give(List<Person> teachers, List<ClassSection> sections) {
        give(new Person("staff", "Sam", "Staff"), Role.STAFF, sections);
        give(new Person("volunteer", "Vera", "Volunteer"), Role.VOLUNTEER, sections);
        var subjects = sections.stream().map(ClassSection::getSubject).distinct().toList();
        sections.forEach(section -> em.persist(new SectionTeacher(
                teachers.get(subjects.indexOf(section.getSubject()) % teachers.size()), section, FirstAdministrator.DEFAULT_NAME, now)));
    }

    private void give(Person person, Role role, List<ClassSection> sections) {
        em.persist(person);
        em.persist(new ProgramRole(person, sections.get(0).getProgram(), role, FirstAdministrator.DEFAULT_NAME, now));
    }
}
