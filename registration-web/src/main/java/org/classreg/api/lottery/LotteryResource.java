package org.classreg.api.lottery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.classreg.lottery.Lotteries;

/** Makes enrollments of preferences. */
@Path("programs/{program}/lottery")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class LotteryResource {

    @Inject
    Lotteries lotteries;

    @POST
    @Path("convert")
    @Consumes(MediaType.APPLICATION_JSON)
    public ConversionJson convert(@PathParam("program") String program, @NotNull @Valid ConversionRequest request) {
        return ConversionJson.of(lotteries.convert(program, Optional.ofNullable(request.student()), request.typesOrInterested()));
    }
}
