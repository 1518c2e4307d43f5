package org.classreg.console.account;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.classreg.console.Messages;
import org.classreg.console.Present;
import org.classreg.errors.InvalidInput;
import org.classreg.security.AccessToken.Scope;
import org.classreg.security.AccessTokens;

/** The access tokens of who is signed in. */
@Named
@ViewScoped
public class TokensPage implements Serializable {

    private static final int USUAL_DAYS = 90;

    @Inject
    AccessTokens tokens;

    @Inject
    IssuedToken issued;

    @Inject
    Present present;

    private final Map<String, String> faults = new HashMap<>();
    private List<TokenRow> rows;
    private String name;
    private Scope scope = Scope.READ;
    private int days = USUAL_DAYS;

    public void load() {
        rows = tokens.own().stream().map(TokenRow::of).collect(Collectors.toCollection(ArrayList::new));
    }

    public void create() {
        faults.clear();
        try {
            issued.show(tokens.issue(name, scope, present.now().plus(Duration.ofDays(days))));
            name = null;
            load();
        } catch (InvalidInput e) {
            e.faults().forEach(fault -> faults.put(fault.field(), fault.message()));
        }
    }

    public void revoke(TokenRow row) {
        tokens.revoke(row.id());
        load();
        Messages.success("The token " + row.name() + " is revoked.");
    }

    /** By field. */
    public Map<String, String> getFaults() {
        return faults;
    }

    public List<TokenRow> getRows() {
        return rows;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Scope getScope() {
        return scope;
    }

    public void setScope(Scope scope) {
        this.scope = scope;
    }

    public int getDays() {
        return days;
    }

    public void setDays(int days) {
        this.days = days;
    }
}
