package org.classreg.setup;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Where the domain gets its entity manager from. */
@Dependent
class Database {

    @Produces
    @PersistenceContext(unitName = "registration")
    EntityManager em;
}
