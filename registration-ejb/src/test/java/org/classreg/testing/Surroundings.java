package org.classreg.testing;

import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.persistence.EntityManager;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.glassfish.soteria.identitystores.hash.Pbkdf2PasswordHashImpl;

/** What the server would inject into the boundaries: the transaction's entity manager, the clock, the caller, threads, its hash of passwords. */
final class Surroundings implements Extension {

    private static final ThreadLocal<EntityManager> CURRENT = new ThreadLocal<>();

    /** For work beside the caller's, such as that of a lottery. */
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "background");
        thread.setDaemon(true);
        return thread;
    });

    private final Clock clock;
    private final SecurityContext caller;

    private final Office office;

    Surroundings(Clock clock, SecurityContext caller, Office office) {
        this.clock = clock;
        this.caller = caller;
        this.office = office;
    }

    static void enter(EntityManager em) {
        CURRENT.set(em);
    }

    static void leave() {
        CURRENT.remove();
    }

    <T> void guard(@Observes @WithAnnotations(Stateless.class) ProcessAnnotatedType<T> boundary) {
        boundary.configureAnnotatedType().add(new Guarded.Literal());
    }

    void provide(@Observes AfterBeanDiscovery discovery) {
        discovery.addBean().types(Clock.class).scope(Dependent.class).createWith(context -> clock);
        discovery.addBean().types(SecurityContext.class).scope(Dependent.class).createWith(context -> caller);
        discovery.addBean().types(Office.class).scope(Dependent.class).createWith(context -> office);
        discovery.addBean().types(ExecutorService.class).scope(Dependent.class).createWith(context -> THREADS);
        discovery.addBean().types(Pbkdf2PasswordHash.class).scope(Dependent.class).createWith(context -> new QuickHash());
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

    /** The server's hash, with few iterations: tests sign in often. */
    private static final class QuickHash extends Pbkdf2PasswordHashImpl {

        @Override
        public void initialize(Map<String, String> parameters) {
            var quick = new HashMap<>(parameters);
            quick.put("Pbkdf2PasswordHash.Iterations", "2000");
            super.initialize(quick);
        }
    }
}
