package org.classreg.api.http;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/**
 * Answers a write that takes {@link IfMatch} with 428 if it has none, and with 400 if that is malformed, before its body is read: a precondition
 * comes before the content (RFC 9110, 13.2.1).
 */
@Provider
public class NeededIfMatch implements DynamicFeature {

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        if (List.of(resource.getResourceMethod().getParameterTypes()).contains(IfMatch.class)) {
            context.register(new Asked(), Priorities.ENTITY_CODER);
        }
    }

    private static final class Asked implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) {
            IfMatch.read(request.getHeaders().get(HttpHeaders.IF_MATCH));
        }
    }
}
