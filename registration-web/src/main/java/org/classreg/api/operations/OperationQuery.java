package org.classreg.api.operations;

import jakarta.ws.rs.QueryParam;
import org.classreg.api.Instants;
import org.classreg.api.Texts;
import org.classreg.operations.Operations;

/** Which operations a request asks for. */
public class OperationQuery {

    @QueryParam("kind")
    String kind;

    @QueryParam("caller")
    String caller;

    @QueryParam("student")
    String student;

    @QueryParam("program")
    String program;

    @QueryParam("from")
    String from;

    @QueryParam("to")
    String to;

    Operations.Filter filter() {
        return new Operations.Filter(Texts.read("kind", kind, 40), Texts.read("caller", caller, 100), Texts.read("student", student, 100),
                Texts.read("program", program, 255), Instants.read("from", from, null), Instants.read("to", to, null));
    }
}
