package org.classreg.setup;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** Where the domain gets its threads for long work from. */
@Dependent
class Threads {

    @Produces
    @Resource
    ManagedExecutorService executor;
}
