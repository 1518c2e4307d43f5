package org.classreg.api.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.classreg.api.Instants;
import org.classreg.errors.InvalidInput;
import org.classreg.registration.Difference;
import org.classreg.registration.Rosters;

/** Who came to a program's sections and who left, between two instants. */
@Path("programs/{program}/changes")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ChangesResource {

    @Inject
    Rosters rosters;

    @Inject
    Clock clock;

    /** The difference as the API tells it. */
    @JsonbPropertyOrder({"came", "left"})
    public record ChangesJson(List<RegistrationJson> came, List<RegistrationJson> left) {

        static ChangesJson of(Difference difference) {
            return new ChangesJson(difference.came().stream().map(RegistrationJson::of).toList(),
                    difference.left().stream().map(RegistrationJson::of).toList());
        }
    }

    @GET
    public ChangesJson changes(@PathParam("program") String program, @QueryParam("type") @DefaultValue("Enrolled") String type,
            @QueryParam("from") String from, @QueryParam("to") String to) {
        if (from == null) {
            throw new InvalidInput("from", "The instant to compare with is needed.");
        }
        var now = clock.instant();
        return ChangesJson.of(rosters.difference(program, type, Instants.read("from", from, now), Instants.read("to", to, now)));
    }
}
