package org.classreg.console.student;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.classreg.console.Messages;
import org.classreg.errors.InvalidInput;
import org.classreg.security.Accounts;

/** Gives the student of the page a password to sign in with. */
@Named
@RequestScoped
public class NewPassword {

    @Inject
    Accounts accounts;

    @Inject
    StudentPage page;

    private String password;

    public void save() {
        try {
            accounts.setPassword(page.getUsername(), password);
            Messages.success("%s can sign in with the new password.".formatted(page.getStudent().name()));
        } catch (InvalidInput e) {
            e.faults().forEach(fault -> Messages.error(fault.message()));
        }
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
