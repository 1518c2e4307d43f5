package org.classreg.console;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;

/** Does long work beside the request that asks for it, in the name of its caller. */
@ApplicationScoped
public class Background {

    @Resource
    ManagedExecutorService executor;

    public <T> Work<T> start(Callable<T> work) {
        return new Work<>(executor.submit(work));
    }
}
