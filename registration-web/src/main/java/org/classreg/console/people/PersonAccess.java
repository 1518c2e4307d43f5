package org.classreg.console.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.stream.Collectors;
import org.classreg.console.Messages;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.InvalidInput.Fault;
import org.classreg.security.AccessTokens;
import org.classreg.security.Accounts;

/** How somebody signs in, as far as an administrator may act on it: by a new password, and not by access tokens any more. */
@Named
@RequestScoped
public class PersonAccess {

    @Inject
    Accounts accounts;

    @Inject
    AccessTokens tokens;

    private String password;
    private String fault;

    public void save(String username, String name) {
        try {
            accounts.setPassword(username, password);
            Messages.success("%s can sign in with the new password; sessions and access tokens of before have ended.".formatted(name));
        } catch (InvalidInput e) {
            fault = e.faults().stream().map(Fault::message).collect(Collectors.joining(" "));
        }
    }

    /** How many programs may call the API in the person's name. */
    public int tokens(String username) {
        return tokens.of(username).size();
    }

    public void revokeAll(String username, String name) {
        tokens.revokeAll(username);
        Messages.success("The access tokens of " + name + " are revoked.");
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    /** Why the password was not set; null when nothing is wrong with it. */
    public String getFault() {
        return fault;
    }
}
