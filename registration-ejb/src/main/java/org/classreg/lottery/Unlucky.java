package org.classreg.lottery;

import org.classreg.people.Person;

/** A student who has little of what was possible. */
public record Unlucky(Person student, RunMetrics.WorstOff figures) {
}
