package org.classreg.console.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.classreg.console.Messages;
import org.classreg.errors.InvalidInput;
import org.classreg.security.OwnAccount;
import org.classreg.signin.Clients;
import org.classreg.signin.Sessions;

/** Changes the password of who is signed in, whose session goes on; all others end. */
@Named
@RequestScoped
public class OwnPassword {

    @Inject
    OwnAccount account;

    @Inject
    Sessions sessions;

    @Inject
    ExternalContext external;

    private final Map<String, String> faults = new HashMap<>();
    private String current;
    private String password;
    private String again;

    public void change() {
        if (password != null && !password.equals(again)) {
            faults.put("again", "This is not the same as the new password.");
            return;
        }
        var request = (HttpServletRequest) external.getRequest();
        try {
            account.changePassword(current, password, Clients.address(request));
            sessions.begin(request, external.getUserPrincipal().getName());
            Messages.success("Your password is changed.");
        } catch (InvalidInput e) {
            e.faults().forEach(fault -> faults.put(fault.field(), fault.message()));
        }
    }

    /** By field. */
    public Map<String, String> getFaults() {
        return faults;
    }

    public String getCurrent() {
        return current;
    }

    public void setCurrent(String current) {
        this.current = current;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getAgain() {
        return again;
    }

    public void setAgain(String again) {
        this.again = again;
    }
}
