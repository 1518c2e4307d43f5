package org.classreg.setup;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import javax.sql.DataSource;

/** Makes the database ready before the first request: the schema, then the first data. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Setup {

    @Resource(lookup = Database.DATA_SOURCE)
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
