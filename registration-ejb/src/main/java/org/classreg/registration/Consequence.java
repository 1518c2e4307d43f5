package org.classreg.registration;

import java.util.List;
import org.classreg.errors.Reason;

/**
 * That a change to a section concerns somebody who has a seat in it.
 *
 * @param seat the registration
 * @param reasons what would speak against it from then on
 */
public record Consequence(StudentRegistration seat, List<Reason> reasons) {
}
