package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What stays of a customer who is forgotten and whose record is deleted, on the database servers. */
@OwnShops
class ForgottenCustomerIntegrationTests {

    private static final String EVE = "eve@example.com";

    @ParameterizedTest
    @EnumSource(value = TestDatabase.Server.class, names = {"POSTGRESQL", "MARIADB"})
    void theJournalSurvivesTheCustomersRecord(TestDatabase.Server server) {
        SharedShop shop = SharedShop.on(server);
        ShopNode node = shop.node();
        JdbcTemplate sql = new JdbcTemplate(shop.database().dataSource());
        String order = shop.order(EVE, "1=2");
        String number = node.ask("request " + order + " 0 1");
        assertThat(node.ask("settle " + order)).isEqualTo("1");
        // A mail that is on its way is a change of the customer's.
        RealShop.awaitAllSent(sql);
        Long customer = sql.queryForObject("SELECT CUSTOMER_ID FROM BLC_CUSTOMER WHERE USER_NAME = ?", Long.class, EVE);
        List<String> before = journal(sql, number);
        assertThat(before).containsExactly("CUSTOMER null>REQUESTED", "MERCHANT REQUESTED>REFUSED");

        assertThat(node.ask("forget " + EVE)).isEqualTo("done");
        // What of the platform's own belongs to the customer is for the shop to clear away.
        sql.update("UPDATE BLC_ORDER SET CUSTOMER_ID = (SELECT CUSTOMER_ID FROM BLC_CUSTOMER WHERE USER_NAME = 'john@example.com')"
            + " WHERE CUSTOMER_ID = ?", customer);
        sql.update("DELETE FROM BLC_CUSTOMER_ROLE WHERE CUSTOMER_ID = ?", customer);
        assertThat(sql.update("DELETE FROM BLC_CUSTOMER WHERE CUSTOMER_ID = ?", customer)).isEqualTo(1);

        assertThat(journal(sql, number)).isEqualTo(before);
        assertThat(sql.queryForObject("SELECT COUNT(*) FROM RTN_REQUEST WHERE RETURN_NUMBER = ? AND STATUS = 'REFUSED'"
            + " AND CUSTOMER_ID IS NULL AND CUSTOMER_LAST_NAME IS NULL", Integer.class, number)).isEqualTo(1);
        assertThat(sql.queryForList("SELECT ACTOR_NAME FROM RTN_JOURNAL_ENTRY WHERE ACTOR_KIND = 'CUSTOMER' AND REQUEST_ID ="
            + " (SELECT REQUEST_ID FROM RTN_REQUEST WHERE RETURN_NUMBER = ?)", String.class, number)).containsExactly("");
    }

    private static List<String> journal(JdbcTemplate sql, String number) {
        return sql.query("SELECT J.ACTOR_KIND, J.FROM_STATUS, J.TO_STATUS FROM RTN_JOURNAL_ENTRY J JOIN RTN_REQUEST R"
            + " ON R.REQUEST_ID = J.REQUEST_ID WHERE R.RETURN_NUMBER = ? ORDER BY J.ENTRY_ID",
            (row, line) -> row.getString(1) + " " + row.getString(2) + ">" + row.getString(3), number);
    }
}
