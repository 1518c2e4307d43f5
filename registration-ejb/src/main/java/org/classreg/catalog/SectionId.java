package org.classreg.catalog;

/**
 * A section as people name it.
 *
 * @param program the program's code, such as "2024-fall"
 * @param section the section's code in it, such as "E1234s1"
 */
public record SectionId(String program, String section) {
}
