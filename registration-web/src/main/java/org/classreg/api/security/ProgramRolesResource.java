package org.classreg.api.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.OffsetDateTime;
import org.classreg.api.Instants;
import org.classreg.api.Paging;
import org.classreg.people.Role;
import org.classreg.security.ProgramRole;
import org.classreg.security.ProgramRoles;

/** Who is staff and who a volunteer of a program. */
@Path("programs/{program}/roles")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ProgramRolesResource {

    @Inject
    ProgramRoles roles;

    /** What is given to whom; the role is "staff" or "volunteer". */
    public record NewRole(@NotNull @Size(max = 100) String username, @NotNull String role) {
    }

    /** A role in a program, with who gave it and when. */
    @JsonbPropertyOrder({"username", "name", "role", "grantedBy", "grantedAt"})
    public record RoleJson(String username, String name, String role, String grantedBy, OffsetDateTime grantedAt) {

        static RoleJson of(ProgramRole grant) {
            return new RoleJson(grant.getPerson().getUsername(), grant.getPerson().name(), grant.getRole().roleName(), grant.getGrantedBy(),
                    Instants.write(grant.getGrantedAt(), grant.getProgram().zone()));
        }
    }

    @GET
    public Response roles(@PathParam("program") String program, @BeanParam Paging paging) {
        return paging.cut(roles.of(program), ProgramRole.LISTING, RoleJson::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response grant(@PathParam("program") String program, @NotNull @Valid NewRole wanted) {
        var grant = roles.grant(program, wanted.username(), Role.named(wanted.role()).orElse(null));
        return Response.status(Status.CREATED).entity(RoleJson.of(grant)).build();
    }

    @DELETE
    @Path("{role}/{username}")
    public void revoke(@PathParam("program") String program, @PathParam("role") String role, @PathParam("username") String username) {
        roles.revoke(program, username, Role.named(role).orElse(null));
    }
}
