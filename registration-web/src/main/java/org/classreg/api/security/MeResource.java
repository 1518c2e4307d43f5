package org.classreg.api.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.classreg.people.Role;
import org.classreg.security.Caller;
import org.classreg.security.OwnAccount;
import org.classreg.signin.Clients;

/** Who calls, and the caller's own password. */
@Path("me")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {

    @Inject
    Caller caller;

    @Inject
    OwnAccount account;

    /** The caller, with the names of the roles. */
    public record MeJson(String username, List<String> roles) {
    }

    /** The password until now and the new one, both in clear. */
    public record PasswordChange(@NotNull @Size(max = 1_000) String current, @NotNull String password) {
    }

    @GET
    public MeJson me() {
        return new MeJson(caller.name(), Arrays.stream(Role.values()).filter(caller::is).map(Role::roleName).toList());
    }

    @PUT
    @Path("password")
    @Consumes(MediaType.APPLICATION_JSON)
    public void changePassword(@NotNull @Valid PasswordChange change, @Context HttpServletRequest request) {
        account.changePassword(change.current(), change.password(), Clients.address(request));
    }
}
