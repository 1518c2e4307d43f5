package org.classreg.api.http;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.util.List;
import org.classreg.errors.InvalidInput;

/** Refuses a list of JSON where one object is asked for: JSON-B would take the list's first object for it. */
@Provider
public class ObjectBodies implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (MediaType.APPLICATION_JSON_TYPE.isCompatible(context.getMediaType()) && !List.class.isAssignableFrom(context.getType())) {
            var body = new PushbackInputStream(context.getInputStream());
            var first = body.read();
            while (first == ' ' || first == '\t' || first == '\n' || first == '\r') {
                first = body.read();
            }
            if (first == '[') {
                throw new InvalidInput("body", "The body is a list; one object is asked for.");
            }
            if (first >= 0) {
                body.unread(first);
            }
            context.setInputStream(body);
        }
        return context.proceed();
    }
}
