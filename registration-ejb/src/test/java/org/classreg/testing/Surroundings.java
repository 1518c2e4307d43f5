package org.classreg.testing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.persistence.EntityManager;
import jakarta.security.enterprise.SecurityContext;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;

/** What the server would inject into the boundaries: the transaction's entity manager, the clock, the caller. */
final class Surroundings implements Extension {

    private static final ThreadLocal<EntityManager> CURRENT = new ThreadLocal<>();

    private final Clock clock;
    private final SecurityContext caller;

    Surroundings(Clock clock, SecurityContext caller) {
        this.clock = clock;
        this.caller = caller;
    }

    static void enter(EntityManager em) {
        CURRENT.set(em);
    }

    static void leave() {
        CURRENT.remove();
    }

    void provide(@Observes AfterBeanDiscovery discovery) {
        discovery.addBean().types(Clock.class).scope(Dependent.class).createWith(context -> clock);
        discovery.addBean().types(SecurityContext.class).scope(Dependent.class).createWith(context -> caller);
        discovery.addBean().types(EntityManager.class).scope(ApplicationScoped.class).createWith(context -> ofCurrentTransaction());
    }

    private static EntityManager ofCurrentTransaction() {
        return (EntityManager) Proxy.newProxyInstance(EntityManager.class.getClassLoader(), new Class<?>[] {EntityManager.class},
                (proxy, method, arguments) -> {
                    try {
                        return method.invoke(CURRENT.get(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
