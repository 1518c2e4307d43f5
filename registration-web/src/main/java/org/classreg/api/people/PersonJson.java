package org.classreg.api.people;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import org.classreg.administration.PersonEdits;
import org.classreg.people.Person;

/** A person as the API tells and takes it; e-mail address, grade and maximum of sections are null when there is none. */
@JsonbPropertyOrder({"username", "givenName", "familyName", "email", "grade", "maxSections", "enabled", "roles"})
public record PersonJson(String username, String givenName, String familyName, String email, Integer grade, Integer maxSections,
        Boolean enabled, @Size(max = 3) List<String> roles) {

    static PersonJson of(Person person) {
        var told = PersonEdits.Wanted.of(person);
        return new PersonJson(told.username(), told.givenName(), told.familyName(), told.email(), told.grade(), told.maxSections(),
                told.enabled(), List.copyOf(told.roles()));
    }

    PersonEdits.Wanted toWanted() {
        return new PersonEdits.Wanted(username, givenName, familyName, email, grade, maxSections, enabled,
                roles == null ? null : new HashSet<>(roles));
    }
}
