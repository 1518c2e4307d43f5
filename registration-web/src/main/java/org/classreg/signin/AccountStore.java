package org.classreg.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import org.classreg.security.Accounts;

/** Lets the container check usernames and passwords against the accounts of the registration office. */
@ApplicationScoped
public class AccountStore implements IdentityStore {

    @Inject
    Accounts accounts;

    /** Called by the container for a sign-in of this kind. */
    public CredentialValidationResult validate(UsernamePasswordCredential credential) {
        return accounts.verify(credential.getCaller(), credential.getPasswordAsString())
                .map(roles -> new CredentialValidationResult(credential.getCaller(), roles))
                .orElse(CredentialValidationResult.INVALID_RESULT);
    }
}
