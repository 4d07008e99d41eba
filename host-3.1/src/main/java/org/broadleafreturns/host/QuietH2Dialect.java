package org.broadleafreturns.host;

import org.hibernate.dialect.H2Dialect;

/**
 * Hibernate 4.1 creates a schema by dropping it first, and would log an error for every constraint of every table that does
 * not exist yet. Dropping a table takes its constraints along on H2.
 */
public class QuietH2Dialect extends H2Dialect {

    @Override
    public boolean dropConstraints() {
        return false;
    }

    @Override
    public String getCascadeConstraintsString() {
        return " cascade";
    }

    @Override
    public boolean supportsIfExistsBeforeTableName() {
        return true;
    }

    @Override
    public boolean supportsIfExistsAfterTableName() {
        return false;
    }
}
