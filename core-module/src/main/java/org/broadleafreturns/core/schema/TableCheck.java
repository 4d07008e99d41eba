package org.broadleafreturns.core.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.broadleafreturns.core.installation.Finding;
import org.broadleafreturns.core.installation.InstallationCheck;

/** Whether the tables are the module's own, with the rows that shoppers choose from. */
class TableCheck implements InstallationCheck {

    private final DataSource dataSource;

    TableCheck(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        try (Connection connection = dataSource.getConnection()) {
            Tables tables = new Tables(connection);
            if (tables.areHibernates()) {
                findings.add(Finding.of("rtn.check.tables"));
            }
            if (!tables.hasRows("RTN_REASON")) {
                findings.add(Finding.of("rtn.check.reasons"));
            }
            if (!tables.hasRows("RTN_REFUND_TYPE")) {
                findings.add(Finding.of("rtn.check.refundTypes"));
            }
            List<String> lacking = tables.lackingCharacters();
            if (!lacking.isEmpty()) {
                findings.add(Finding.of("rtn.check.characters", String.join(", ", lacking)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The tables of the returns module cannot be looked at", e);
        }
        return findings;
    }
}
