/**
 * What staff build and change by hand: programs, classes, sections, timeslots, rooms, people, registration types. Each change stands in
 * the journal. What refers to something keeps it from being deleted; what decides over seats is changed behind the locks of the sections.
 */
package org.classreg.administration;
