package org.classreg.api.http;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.ws.rs.POST;

/** Makes every POST of the API {@link Idempotent}, so that none can be forgotten. */
public class EveryPost implements Extension {

    void bind(@Observes @WithAnnotations(POST.class) ProcessAnnotatedType<?> resource) {
        resource.configureAnnotatedType().filterMethods(method -> method.isAnnotationPresent(POST.class))
                .forEach(method -> method.add(Idempotent.Literal.INSTANCE));
    }
}
