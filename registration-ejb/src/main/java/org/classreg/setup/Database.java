package org.classreg.setup;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The database: an H2 file in the working directory unless the environment names another. */
@DataSourceDefinition(
        name = Database.DATA_SOURCE,
        className = "${MPCONFIG=registration.db.class:org.h2.jdbcx.JdbcDataSource}",
        url = "${MPCONFIG=registration.db.url:jdbc:h2:file:./data/registration;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=20000}",
        user = "${MPCONFIG=registration.db.user:registration}",
        password = "${MPCONFIG=registration.db.password:}",
        minPoolSize = 2,
        maxPoolSize = 32)
@Dependent
public class Database {

    public static final String DATA_SOURCE = "java:app/jdbc/registration";

    @Produces
    @PersistenceContext(unitName = "registration")
    EntityManager em;
}
