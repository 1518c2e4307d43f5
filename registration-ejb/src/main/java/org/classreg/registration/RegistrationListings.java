package org.classreg.registration;

import org.classreg.lists.Listing;

/** The orders in which lists of registrations can be asked for: the same fields everywhere, and each list's own order. */
public final class RegistrationListings {

    private static final Listing<StudentRegistration> ALL = Listing.byNumber("e.id", StudentRegistration::getId)
            .text("name", "p.familyName", registration -> registration.getStudent().getFamilyName())
            .text("name", "p.givenName", registration -> registration.getStudent().getGivenName())
            .text("name", "p.username", registration -> registration.getStudent().getUsername())
            .text("student", "p.username", registration -> registration.getStudent().getUsername())
            .text("section", "s.code", registration -> registration.getSection().getCode())
            .text("type", "t.name", registration -> registration.getType().getName())
            .instantIfAny("startDate", "e.startDate", StudentRegistration::getStartDate);

    public static final Listing<StudentRegistration> ROSTER = ALL.inOrderOf("name");

    public static final Listing<StudentRegistration> OF_PROGRAM = ALL.inOrderOf("section", "name");

    public static final Listing<StudentRegistration> SCHEDULE = ALL.inOrderOf("section");

    public static final Listing<StudentRegistration> HISTORY = ALL.inOrderOf("-startDate");

    /** In line, unless another order is asked for. */
    public static final Listing<StudentRegistration> LINE = ALL
            .integer("place", "e.place", registration -> registration.place().orElseThrow()).inOrderOf("place");

    private RegistrationListings() {
    }
}
