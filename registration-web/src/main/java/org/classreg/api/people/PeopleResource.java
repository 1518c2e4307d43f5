package org.classreg.api.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.stream.Stream;
import org.classreg.administration.PersonEdits;
import org.classreg.api.Created;
import org.classreg.api.Paging;
import org.classreg.api.Texts;
import org.classreg.api.http.IfMatch;
import org.classreg.errors.InvalidInput;
import org.classreg.people.People;
import org.classreg.people.Person;
import org.classreg.people.Role;

/** Who is known to the office. */
@Path("people")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class PeopleResource {

    @Inject
    People people;

    @Inject
    PersonEdits edits;

    @GET
    public Response search(@QueryParam("q") String text, @QueryParam("role") String role, @BeanParam Paging paging) {
        var found = people.search(text == null ? "" : Texts.read("q", text, 200), role(role), paging.slice());
        return paging.page(found, Person.LISTING, PersonJson::of, null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@NotNull @Valid PersonJson wanted, @Context UriInfo uri) {
        var person = edits.create(wanted.toWanted());
        return Created.below(uri, person.getUsername(), PersonJson.of(person));
    }

    @GET
    @Path("{username}")
    public PersonJson get(@PathParam("username") String username) {
        return PersonJson.of(people.get(username));
    }

    @PUT
    @Path("{username}")
    @Consumes(MediaType.APPLICATION_JSON)
    public PersonJson change(@PathParam("username") String username, @BeanParam IfMatch ifMatch, @NotNull @Valid PersonJson wanted) {
        return PersonJson.of(edits.change(username, wanted.toWanted(), ifMatch.seen(PersonJson::of)));
    }

    @DELETE
    @Path("{username}")
    public void delete(@PathParam("username") String username, @BeanParam IfMatch ifMatch) {
        edits.delete(username, ifMatch.seen(PersonJson::of));
    }

    private static Role role(String name) {
        return name == null ? null : Stream.of(Role.values()).filter(role -> !role.isOfProgram() && role.roleName().equals(name)).findFirst()
                .orElseThrow(() -> new InvalidInput("role", "The roles of a person are admin, teacher and student."));
    }
}
