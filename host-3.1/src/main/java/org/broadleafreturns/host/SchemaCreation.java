package org.broadleafreturns.host;

import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.orm.jpa.persistenceunit.MutablePersistenceUnitInfo;
import org.springframework.orm.jpa.persistenceunit.PersistenceUnitPostProcessor;

/**
 * Lets exactly one application create the schema, at the first start on a database. Broadleaf's own property for it is the
 * same for all applications that share a class path.
 */
public class SchemaCreation implements PersistenceUnitPostProcessor, EnvironmentAware {

    private String action;

    @Override
    public void setEnvironment(Environment environment) {
        action = environment.getProperty("host.database.create", Boolean.class, false) ? "create" : "none";
    }

    @Override
    public void postProcessPersistenceUnitInfo(MutablePersistenceUnitInfo unit) {
        unit.getProperties().setProperty("hibernate.hbm2ddl.auto", action);
    }
}
