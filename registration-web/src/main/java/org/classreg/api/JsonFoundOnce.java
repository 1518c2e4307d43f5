package org.classreg.api;

import jakarta.json.bind.Jsonb;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.Providers;

/**
 * Has the first request alone look for {@link StrictJson}, while others wait. Payara's JaxRSJsonContextResolver collects what it finds at the first
 * need in a plain list: of several requests that come first, some would fail with a ConcurrentModificationException.
 */
@Provider
@PreMatching
public class JsonFoundOnce implements ContainerRequestFilter {

    private final Providers providers;
    private volatile boolean found;

    public JsonFoundOnce(@Context Providers providers) {
        this.providers = providers;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (!found) {
            find();
        }
    }

    private synchronized void find() {
        if (!found) {
            providers.getContextResolver(Jsonb.class, MediaType.APPLICATION_JSON_TYPE).getContext(Object.class);
            found = true;
        }
    }
}
