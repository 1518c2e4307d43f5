package org.classreg.lottery.engine;

/**
 * The program takes only so many students of these grades, standing enrollments included.
 *
 * @param students with at least one section, from 0
 */
public record ProgramCap(int minGrade, int maxGrade, int students) {

    boolean covers(int grade) {
        return minGrade <= grade && grade <= maxGrade;
    }
}
