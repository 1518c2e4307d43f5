package org.classreg.setup;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.classreg.people.Person;
import org.classreg.people.Role;

/** The sample's students and teachers: invented names from many places. */
final class SamplePeople {

    private static final int STUDENTS = 300;
    private static final int TEACHERS = 15;
    private static final int LOWEST_GRADE = 7;
    private static final int GRADES = 6;

    /** Walks the family names in another order; as the two numbers of names share no factor, pairs repeat after thousands only. */
    private static final int STRIDE = 17;

    private final List<String> givenNames = SampleProgram.lines("given-names");
    private final List<String> familyNames = SampleProgram.lines("family-names");
    private final Random random;

    SamplePeople(Random random) {
        this.random = random;
    }

    /** In the grades 7 to 12. */
    List<Person> students() {
        return IntStream.range(0, STUDENTS).mapToObj(index -> {
            var student = person(index, Role.STUDENT);
            student.setGrade(LOWEST_GRADE + random.nextInt(GRADES));
            return student;
        }).toList();
    }

    List<Person> teachers() {
        return IntStream.range(STUDENTS, STUDENTS + TEACHERS).mapToObj(index -> person(index, Role.TEACHER)).toList();
    }

    private Person person(int index, Role role) {
        var givenName = givenNames.get(index % givenNames.size());
        var familyName = familyNames.get(index * STRIDE % familyNames.size());
        var username = username(givenName + familyName);
        var person = new Person(username, givenName, familyName, role);
        person.setEmail(username + "@example.org");
        return person;
    }

    /** The letters of a name without marks, in lower case: adalin. */
    private static String username(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
    }
}
