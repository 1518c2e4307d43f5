package org.classreg.rules;

import java.time.Instant;
import java.util.List;
import org.classreg.catalog.ClassSection;
import org.classreg.people.Person;

/**
 * What the rules judge: that a student takes a section on top of the sections the student has.
 *
 * @param schedule the sections of the program in which the student is enrolled, without one that a move gives up
 * @param at when
 */
public record Addition(Person student, ClassSection section, List<ClassSection> schedule, Instant at) {
}
