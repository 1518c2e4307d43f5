package org.classreg.api.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
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
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.util.List;
import org.classreg.api.Instants;
import org.classreg.api.http.IfMatch;
import org.classreg.catalog.SectionId;
import org.classreg.security.SectionTeacher;
import org.classreg.security.SectionTeachers;

/** Who teaches a section. */
@Path("programs/{program}/sections/{section}/teachers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SectionTeachersResource {

    @Inject
    SectionTeachers teachers;

    /** A teacher who is wanted. */
    public record WantedTeacher(@NotBlank @Size(max = 100) String username) {
    }

    /** A teacher of a section, with who said so and when. */
    @JsonbPropertyOrder({"username", "name", "grantedBy", "grantedAt"})
    public record TeacherJson(String username, String name, String grantedBy, OffsetDateTime grantedAt) {

        static TeacherJson of(SectionTeacher teacher) {
            return new TeacherJson(teacher.getPerson().getUsername(), teacher.getPerson().name(), teacher.getGrantedBy(),
                    Instants.write(teacher.getGrantedAt(), teacher.getSection().getProgram().zone()));
        }
    }

    @GET
    public List<TeacherJson> teachers(@PathParam("program") String program, @PathParam("section") String section) {
        return write(teachers.of(new SectionId(program, section)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public List<TeacherJson> replace(@PathParam("program") String program, @PathParam("section") String section, @BeanParam IfMatch ifMatch,
            @NotNull @Size(max = 100) List<@NotNull @Valid WantedTeacher> wanted) {
        return write(teachers.replace(new SectionId(program, section), wanted.stream().map(WantedTeacher::username).toList(),
                ifMatch.seen(SectionTeachersResource::write)));
    }

    private static List<TeacherJson> write(List<SectionTeacher> teachers) {
        return teachers.stream().map(TeacherJson::of).toList();
    }
}
