package org.classreg.api.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.classreg.api.Instants;
import org.classreg.api.Paging;
import org.classreg.api.Texts;
import org.classreg.registration.CheckIn;
import org.classreg.registration.CheckIns;

/** Who is at a program. */
@Path("programs/{program}/checkins")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class CheckInsResource {

    @Inject
    CheckIns checkIns;

    @Inject
    Clock clock;

    /** A check-in as the API tells it; the end is excluded, and null while the student is in. */
    @JsonbPropertyOrder({"student", "name", "startDate", "endDate"})
    public record CheckInJson(String student, String name, OffsetDateTime startDate, OffsetDateTime endDate) {

        static CheckInJson of(CheckIn checkIn) {
            var zone = checkIn.getProgram().zone();
            var student = checkIn.getStudent();
            return new CheckInJson(student.getUsername(), student.name(), Instants.write(checkIn.getStartDate(), zone),
                    Instants.write(checkIn.getEndDate(), zone));
        }
    }

    @GET
    public Response present(@PathParam("program") String program, @QueryParam("student") String student, @QueryParam("at") String at,
            @BeanParam Paging paging) {
        var instant = Instants.read("at", at, clock.instant());
        return paging.page(checkIns.present(program, Texts.read("student", student, 100), instant, paging.slice()), CheckIn.LISTING, CheckInJson::of, instant);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public CheckInJson checkIn(@PathParam("program") String program, @NotNull @Valid OneStudent body) {
        return CheckInJson.of(checkIns.checkIn(program, body.student()));
    }

    @POST
    @Path("{student}/checkout")
    public CheckInJson checkOut(@PathParam("program") String program, @PathParam("student") String student) {
        return CheckInJson.of(checkIns.checkOut(program, student));
    }
}
