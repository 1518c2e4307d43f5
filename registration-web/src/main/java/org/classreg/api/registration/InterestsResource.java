package org.classreg.api.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.classreg.api.Instants;
import org.classreg.api.http.IfMatch;
import org.classreg.registration.Interests;
import org.classreg.registration.StudentSubjectInterest;

/** Which classes a student is interested in, whichever the section. */
@Path("students/{student}/programs/{program}/interests")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class InterestsResource {

    @Inject
    Interests interests;

    @Inject
    Clock clock;

    /** An interest: a class by code. */
    public record InterestJson(@JsonbProperty("class") @NotBlank @Size(max = 255) String subject) {
    }

    @GET
    public List<InterestJson> interests(@PathParam("student") String student, @PathParam("program") String program, @QueryParam("at") String at) {
        return write(interests.of(program, student, Instants.read("at", at, clock.instant())));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public List<InterestJson> replace(@PathParam("student") String student, @PathParam("program") String program, @BeanParam IfMatch ifMatch,
            @NotNull @Size(max = 1_000) List<@NotNull @Valid InterestJson> wanted) {
        return write(interests.replace(program, student, wanted.stream().map(InterestJson::subject).toList(),
                ifMatch.seen(InterestsResource::write)));
    }

    /** As a whole and not in pages, as it is replaced as a whole. */
    private static List<InterestJson> write(List<StudentSubjectInterest> interests) {
        return interests.stream().map(interest -> new InterestJson(interest.getSubject().getCode())).toList();
    }
}
