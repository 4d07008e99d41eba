package org.broadleafreturns.admin.menu;

import java.util.List;
import org.broadleafreturns.core.installation.Finding;
import org.broadleafreturns.core.installation.InstallationCheck;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whether the back office has the pages of orders, on which returns are handled. */
class OrdersCheck implements InstallationCheck {

    private final JdbcTemplate database;

    OrdersCheck(JdbcTemplate database) {
        this.database = database;
    }

    @Override
    public List<Finding> findings() {
        Integer sections = database.queryForObject("SELECT COUNT(*) FROM BLC_ADMIN_SECTION WHERE CEILING_ENTITY IN "
            + "('org.broadleafcommerce.core.order.domain.Order', 'org.broadleafcommerce.core.order.domain.OrderImpl')", Integer.class);
        return sections > 0 ? List.of() : List.of(Finding.of("rtn.check.orders"));
    }
}
