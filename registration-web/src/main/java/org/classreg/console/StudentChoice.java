package org.classreg.console;

import java.io.Serializable;
import org.classreg.people.Person;

/**
 * A student in a list to choose from.
 *
 * @param grade null when unknown
 */
public record StudentChoice(String username, String name, Integer grade) implements Serializable {

    public static StudentChoice of(Person person) {
        return new StudentChoice(person.getUsername(), person.name(), person.getGrade());
    }

    /** The one line that tells students of the same name apart. */
    public String label() {
        return name + " (" + username + ")" + (grade == null ? "" : ", grade " + grade);
    }
}
