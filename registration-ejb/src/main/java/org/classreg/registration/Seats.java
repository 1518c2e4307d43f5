package org.classreg.registration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.ProgramCap;
import org.classreg.people.Person;

/** Who has a seat where, while a bulk operation gives out and takes back some: in loops, since a lottery asks for tens of thousands. */
public final class Seats {

    private final Map<Person, List<StudentRegistration>> byStudent = new HashMap<>();

    public Seats(List<StudentRegistration> registrations) {
        registrations.stream().filter(registration -> registration.getType().takesSeat()).forEach(this::add);
    }

    public void add(StudentRegistration seat) {
        byStudent.computeIfAbsent(seat.getStudent(), first -> new ArrayList<>()).add(seat);
    }

    /** The student's seat in a section. */
    public Optional<StudentRegistration> find(Person student, ClassSection section) {
        for (var seat : of(student)) {
            if (!seat.hasEnded() && seat.getSection().equals(section)) {
                return Optional.of(seat);
            }
        }
        return Optional.empty();
    }

    /** The sections of the program of a section in which the student has seats. */
    public List<ClassSection> schedule(Person student, ClassSection section) {
        var schedule = new ArrayList<ClassSection>();
        for (var seat : of(student)) {
            if (!seat.hasEnded() && seat.getSection().getProgram().equals(section.getProgram())) {
                schedule.add(seat.getSection());
            }
        }
        return schedule;
    }

    /** How many students who count under a cap have a seat in its program. */
    public long participants(ProgramCap cap) {
        return byStudent.keySet().stream().filter(cap::counts)
                .filter(student -> of(student).stream().anyMatch(seat -> !seat.hasEnded() && seat.getSection().getProgram().equals(cap.getProgram())))
                .count();
    }

    /** Who has a seat in a section and one in another that meets at the same time. */
    public List<Person> inTwoPlaces(ClassSection section) {
        return byStudent.keySet().stream()
                .filter(student -> find(student, section).isPresent())
                .filter(student -> schedule(student, section).stream().anyMatch(other -> !other.equals(section) && other.overlaps(section)))
                .toList();
    }

    private List<StudentRegistration> of(Person student) {
        return byStudent.getOrDefault(student, List.of());
    }
}
