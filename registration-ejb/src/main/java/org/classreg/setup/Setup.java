package org.classreg.setup;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import javax.sql.DataSource;

/**
 * Makes the database ready before the first request: the schema, then the first data.
 * It is an H2 file in the working directory unless the environment names another. (The definition stands on an EJB because a full
 * server looks for it on components only.)
 */
@DataSourceDefinition(
        name = Setup.DATA_SOURCE,
        className = "${MPCONFIG=registration.db.class:org.h2.jdbcx.JdbcDataSource}",
        url = "${MPCONFIG=registration.db.url:jdbc:h2:file:./data/registration;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=20000}",
        user = "${MPCONFIG=registration.db.user:registration}",
        password = "${MPCONFIG=registration.db.password:}",
        minPoolSize = 2,
        maxPoolSize = 32)
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Setup {

    static final String DATA_SOURCE = "java:app/jdbc/registration";

    @Resource(lookup = DATA_SOURCE)
    DataSource database;

    @Inject
    FirstData firstData;

    private SignIn signIn;

    @PostConstruct
    void prepare() {
        Schema.migrate(database);
        signIn = firstData.ensure();
    }

    /** How to sign in. */
    public SignIn signIn() {
        return signIn;
    }
}
