package org.classreg.api.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.classreg.security.Accounts;

/** The password of a person. */
@Path("people/{username}/password")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class PasswordResource {

    @Inject
    Accounts accounts;

    /** A new password, in clear; of 12 to 128 characters and not a common one. */
    public record NewPassword(@NotNull String password) {
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public void set(@PathParam("username") String username, @NotNull @Valid NewPassword wanted) {
        accounts.setPassword(username, wanted.password());
    }
}
