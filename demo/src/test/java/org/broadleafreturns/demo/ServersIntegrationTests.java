package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What tests of the shop that all share have seen on its H2, on PostgreSQL and MariaDB. */
@OwnShops
class ServersIntegrationTests {

    private static final int PEOPLE = 10;
    private static final String NOTED = "noted@example.com";
    private static final String OF_RETURN = " AND REQUEST_ID = (SELECT REQUEST_ID FROM RTN_REQUEST WHERE RETURN_NUMBER = ?)";

    @ParameterizedTest
    @EnumSource(value = TestDatabase.Server.class, names = {"POSTGRESQL", "MARIADB"})
    void whatOrdersWerePaidIsReadToTheLastCent(TestDatabase.Server server) {
        ShopNode node = SharedShop.on(server).node();
        DemoMoney.SAID.forEach((articles, said) ->
            assertThat(node.ask("money " + node.ask("order john@example.com " + articles))).as(articles).isEqualTo(said));
    }

    @ParameterizedTest
    @EnumSource(value = TestDatabase.Server.class, names = {"POSTGRESQL", "MARIADB"})
    void whatIsRecordedOfPaymentsIsRead(TestDatabase.Server server) {
        assertThat(SharedShop.on(server).node().ask("payments")).isEqualTo("done");
    }

    /** Merchants who click twice each, on a page that has read the journal before, while others go on with the return. */
    @ParameterizedTest
    @EnumSource(value = TestDatabase.Server.class, names = {"POSTGRESQL", "MARIADB"})
    void eachNoteIsThereOnceWhoeverWritesAtOnce(TestDatabase.Server server) {
        SharedShop shop = SharedShop.on(server);
        ShopNode node = shop.node();
        JdbcTemplate sql = new JdbcTemplate(shop.database().dataSource());
        String order = shop.order(NOTED, "1=2");
        String number = node.ask("request " + order + " 0 1");
        String before = node.ask("journal " + number);

        assertThat(node.ask("note " + number + " " + PEOPLE)).isEqualTo("done");

        assertThat(sql.queryForList("SELECT NOTE FROM RTN_JOURNAL_ENTRY WHERE KIND = 'NOTE'" + OF_RETURN, String.class, number))
            .hasSize(PEOPLE).doesNotHaveDuplicates().allSatisfy(note -> assertThat(note).startsWith("é€😀\n"));
        assertThat(node.ask("journal " + number)).isEqualTo(1 + PEOPLE + " " + before.split(" ")[1]);
        assertThat(node.ask("noted " + number)).isEqualTo("true");

        assertThat(node.ask("settle " + order)).isEqualTo("1");
        RealShop.awaitAllSent(sql);
        assertThat(node.ask("forget " + NOTED)).isEqualTo("done");
        assertThat(sql.queryForObject("SELECT COUNT(*) FROM RTN_JOURNAL_ENTRY WHERE NOTE IS NOT NULL" + OF_RETURN, Integer.class, number))
            .isZero();
        assertThat(node.ask("noted " + number)).isEqualTo("false");
    }
}
