package org.classreg.security;

import static org.classreg.security.Caller.IN_PERSON_ROLE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.TooManyAttempts;
import org.classreg.people.People;

/** What people change of their own account. */
@Stateless
@RolesAllowed(IN_PERSON_ROLE)
public class OwnAccount {

    @Inject
    Caller caller;

    @Inject
    SignIns signIns;

    @Inject
    PasswordRules rules;

    @Inject
    People people;

    @Inject
    Accounts accounts;

    /**
     * Changes the caller's password. Sessions that began before end; access tokens stay.
     *
     * @param current  the password until now; a wrong one counts as a failed sign-in
     * @param password the new one
     * @param address  of the client, as in {@link SignIns#attempt}
     * @throws InvalidInput on the field "current" if it is wrong, or "password" unless it keeps the {@link PasswordRules}
     * @throws TooManyAttempts if too many passwords were wrong
     */
    public void changePassword(String current, String password, String address) {
        rules.require(caller.name(), password);
        var verdict = signIns.attempt(caller.name(), current == null ? "" : current, address);
        if (verdict instanceof Verdict.Wait wait) {
            throw new TooManyAttempts(wait.seconds());
        } else if (verdict instanceof Verdict.Wrong) {
            throw new InvalidInput("current", "This is not your password.");
        }
        accounts.open(people.getByUsername(caller.name()), password);
    }
}
