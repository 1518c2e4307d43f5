package org.classreg.console.student;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.classreg.console.Messages;
import org.classreg.security.AccessTokens;

/** The access tokens of the student of the page, as far as an administrator sees them: that there are some. */
@Named
@RequestScoped
public class StudentTokens {

    @Inject
    AccessTokens tokens;

    @Inject
    StudentPage page;

    public int getCount() {
        return tokens.of(page.getUsername()).size();
    }

    public void revokeAll() {
        tokens.revokeAll(page.getUsername());
        Messages.success("The access tokens of " + page.getStudent().name() + " are revoked.");
    }
}
