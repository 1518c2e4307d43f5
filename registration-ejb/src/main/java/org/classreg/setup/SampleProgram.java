package org.classreg.setup;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.classreg.catalog.ClassSection;
import org.classreg.registration.RegistrationTypes;

/**
 * An invented weekend of classes, in the spirit of MIT's Splash, for trying the office out. Drawn from a fixed seed, it is the same
 * on every machine but for its dates.
 */
@Dependent
public class SampleProgram {

    public static final String CODE = "splash-2026-fall";

    private static final long SEED = 2026;

    @Inject
    EntityManager em;

    @Inject
    RegistrationTypes types;

    /**
     * Creates the program and its people in the current transaction, with two weeks of registrations behind them.
     *
     * @param now the instant at which the history ends, about four weeks before the program begins
     */
    public void create(Instant now) {
        var random = new Random(SEED);
        var known = types.all();
        var people = new SamplePeople(random);
        var students = people.students();
        var sections = new SampleClasses(em, random, now).create();
        students.forEach(em::persist);
        var teachers = people.teachers();
        teachers.forEach(em::persist);
        new SampleRights(em, now).give(teachers, sections);
        new SampleHistory(em, random, known, students, sections.stream().filter(ClassSection::isAccepted).toList()).unfold(now);
    }

    /** The lines of a text beside this class. */
    static List<String> lines(String name) {
        try (var text = SampleProgram.class.getResourceAsStream("sample-" + name + ".txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
