package org.broadleafreturns.host;

import java.sql.Types;
import org.hibernate.dialect.H2Dialect;

/**
 * Hibernate 4.1 creates a schema by dropping it first, and would log an error for every constraint of every table that does
 * not exist yet. Dropping a table takes its constraints along on H2. And text can be longer than a VARCHAR of H2 2.
 */
public class QuietH2Dialect extends H2Dialect {

    private static final int LONGEST_VARCHAR = 1024 * 1024;

    public QuietH2Dialect() {
        registerColumnType(Types.VARCHAR, "clob");
        registerColumnType(Types.VARCHAR, LONGEST_VARCHAR, "varchar($l)");
    }

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
