package org.classreg.console.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.classreg.security.AccessTokens.Issued;

/** The secret of a token just made, for the one answer that shows it: it is kept with no page. */
@Named
@RequestScoped
public class IssuedToken {

    private Issued issued;

    void show(Issued token) {
        issued = token;
    }

    /** Null unless a token was just made. */
    public String getSecret() {
        return issued == null ? null : issued.secret();
    }

    public String getName() {
        return issued.token().getName();
    }
}
