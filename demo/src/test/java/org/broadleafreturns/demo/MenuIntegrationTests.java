package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.broadleafreturns.admin.menu.MenuConfiguration;
import org.broadleafreturns.core.schema.SchemaConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.Mockito;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The module's rows among the platform's own for menu, permissions and grants, on every database. */
@OwnShops
class MenuIntegrationTests {

    private static final List<String> TABLES = List.of("BLC_ADMIN_PERMISSION", "BLC_ADMIN_PERMISSION_ENTITY", "BLC_ADMIN_PERMISSION_XREF",
        "BLC_ADMIN_ROLE_PERMISSION_XREF", "BLC_ADMIN_MODULE", "BLC_ADMIN_SECTION", "BLC_ADMIN_SEC_PERM_XREF");

    @ParameterizedTest
    @EnumSource(TestDatabase.Server.class)
    void aShopWithoutASectionOfOrdersGetsOneBesideReturns(TestDatabase.Server server) {
        JdbcTemplate sql = new JdbcTemplate(platform(server));

        start(sql, "yes");

        assertThat(sections(sql)).contains("Customer", "Order", "ProductReturns", "RtnSettings", "RtnReasons", "RtnRefundTypes",
            "RtnConditions", "RtnRefusalReasons", "RtnMessageTemplates",
            "RtnExclusions", "RtnMails", "RtnWaiting", "RtnWithdrawals");
        assertThat(sql.queryForList("SELECT ADMIN_MODULE_ID FROM BLC_ADMIN_SECTION WHERE SECTION_KEY IN ('Order', 'ProductReturns',"
            + " 'RtnWithdrawals')", Long.class)).containsExactly(-3L, -3L, -3L);
        assertThat(permissionsOf(sql, -1)).containsExactly("Maintain Orders", "Maintain Return Settings", "Maintain Returns",
            "Maintain Withdrawals", "Refund Returns", "Take Back Decisions on Returns");
        assertThat(permissionsOf(sql, -4)).containsExactly("Maintain Orders", "Maintain Returns", "Maintain Withdrawals");
        assertThat(sql.queryForList("SELECT P.NAME FROM BLC_ADMIN_PERMISSION P JOIN BLC_ADMIN_PERMISSION_XREF X"
            + " ON X.CHILD_PERMISSION_ID = P.ADMIN_PERMISSION_ID WHERE X.ADMIN_PERMISSION_ID = -47201", String.class))
            .contains("PERMISSION_ALL_ORDER");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Server.class)
    void aShopWithASectionOfOrdersKeepsItAlone(TestDatabase.Server server) {
        JdbcTemplate sql = new JdbcTemplate(platform(server));
        sql.update("INSERT INTO BLC_ADMIN_SECTION (ADMIN_SECTION_ID, NAME, SECTION_KEY, URL, CEILING_ENTITY, ADMIN_MODULE_ID)"
            + " VALUES (7, 'Sales', 'Sales', '/sales', 'org.broadleafcommerce.core.order.domain.Order', -3)");

        start(sql, "yes");

        assertThat(sections(sql)).contains("Sales", "ProductReturns").doesNotContain("Order");
        assertThat(permissionsOf(sql, -4)).containsExactly("Maintain Returns", "Maintain Withdrawals");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Server.class)
    void whatAnAdministratorHasRemovedStaysRemovedAndASecondStartAddsNothing(TestDatabase.Server server) {
        JdbcTemplate sql = new JdbcTemplate(platform(server));
        start(sql, "yes");
        sql.update("DELETE FROM BLC_ADMIN_ROLE_PERMISSION_XREF WHERE ADMIN_ROLE_ID = -4");
        sql.update("DELETE FROM BLC_ADMIN_SEC_PERM_XREF WHERE ADMIN_SECTION_ID = -47200");
        sql.update("DELETE FROM BLC_ADMIN_SECTION WHERE ADMIN_SECTION_ID = -47200");
        Map<String, Integer> rows = rows(sql);

        start(sql, "yes");

        assertThat(rows(sql)).isEqualTo(rows);
    }

    /** Before, the rows came from a file of SQL, of which an administrator may have removed something since. */
    @ParameterizedTest
    @EnumSource(TestDatabase.Server.class)
    void aShopThatHadTheRowsBeforeThereWereStepsKeepsThemAsTheyAre(TestDatabase.Server server) {
        JdbcTemplate sql = new JdbcTemplate(platform(server));
        start(sql, "yes");
        sql.update("DELETE FROM BLC_ADMIN_ROLE_PERMISSION_XREF WHERE ADMIN_ROLE_ID = -4");
        sql.update("DELETE FROM RTN_CHANGELOG WHERE ID = 'permissions-and-menu'");
        Map<String, Integer> rows = rows(sql);

        start(sql, "yes");

        assertThat(rows(sql)).isEqualTo(rows);
        assertThat(sql.queryForObject("SELECT EXECTYPE FROM RTN_CHANGELOG WHERE ID = 'permissions-and-menu'", String.class)).isEqualTo("MARK_RAN");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Server.class)
    void aShopOfBeforeGetsWhatIsWaitingIntoItsMenu(TestDatabase.Server server) {
        JdbcTemplate sql = new JdbcTemplate(platform(server));
        start(sql, "yes");
        sql.update("DELETE FROM BLC_ADMIN_SEC_PERM_XREF WHERE ADMIN_SECTION_ID = -47040");
        sql.update("DELETE FROM BLC_ADMIN_SECTION WHERE ADMIN_SECTION_ID = -47040");
        sql.update("DELETE FROM RTN_CHANGELOG WHERE ID = 'waiting'");

        start(sql, "yes");

        assertThat(sections(sql)).contains("RtnWaiting");
        assertThat(sql.queryForList("SELECT ADMIN_PERMISSION_ID FROM BLC_ADMIN_SEC_PERM_XREF WHERE ADMIN_SECTION_ID = -47040"
            + " ORDER BY ADMIN_PERMISSION_ID", Long.class)).containsExactly(-47013L, -47012L);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Server.class)
    void whereTheModulesMenuIsGoneNothingIsAddedToIt(TestDatabase.Server server) {
        JdbcTemplate sql = new JdbcTemplate(platform(server));
        start(sql, "yes");
        sql.update("DELETE FROM RTN_CHANGELOG WHERE ID = 'waiting'");
        sql.update("DELETE FROM BLC_ADMIN_SEC_PERM_XREF WHERE ADMIN_SECTION_ID IN (SELECT ADMIN_SECTION_ID FROM BLC_ADMIN_SECTION WHERE ADMIN_MODULE_ID = -47000)");
        sql.update("DELETE FROM BLC_ADMIN_SECTION WHERE ADMIN_MODULE_ID = -47000");
        sql.update("DELETE FROM BLC_ADMIN_MODULE WHERE ADMIN_MODULE_ID = -47000");

        start(sql, "yes");

        assertThat(sections(sql)).containsExactlyInAnyOrder("Customer", "Order", "ProductReturns", "RtnWithdrawals");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Server.class)
    void withoutCustomerCareAndRolesThereAreEntriesAndNoGrants(TestDatabase.Server server) {
        JdbcTemplate sql = new JdbcTemplate(platform(server));
        sql.update("DELETE FROM BLC_ADMIN_SECTION");
        sql.update("DELETE FROM BLC_ADMIN_MODULE");
        sql.update("DELETE FROM BLC_ADMIN_ROLE");
        start(sql, "yes");
        assertThat(sections(sql)).as("before the platform has roles").isEmpty();
        sql.update("INSERT INTO BLC_ADMIN_ROLE (ADMIN_ROLE_ID, NAME) VALUES (12, 'ROLE_OF_THE_SHOP')");

        start(sql, "yes");

        assertThat(sql.queryForList("SELECT DISTINCT ADMIN_MODULE_ID FROM BLC_ADMIN_SECTION", Long.class)).containsExactly(-47000L);
        assertThat(sql.queryForObject("SELECT COUNT(*) FROM BLC_ADMIN_ROLE_PERMISSION_XREF", Integer.class)).isZero();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Server.class)
    void aShopThatRunsTheStepsItselfIsLeftAlone(TestDatabase.Server server) {
        JdbcTemplate sql = new JdbcTemplate(platform(server));

        start(sql, "no");

        assertThat(sections(sql)).containsExactly("Customer");
    }

    private static List<String> sections(JdbcTemplate sql) {
        return sql.queryForList("SELECT SECTION_KEY FROM BLC_ADMIN_SECTION", String.class);
    }

    private static List<String> permissionsOf(JdbcTemplate sql, int role) {
        return sql.queryForList("SELECT P.DESCRIPTION FROM BLC_ADMIN_PERMISSION P JOIN BLC_ADMIN_ROLE_PERMISSION_XREF X"
            + " ON X.ADMIN_PERMISSION_ID = P.ADMIN_PERMISSION_ID WHERE X.ADMIN_ROLE_ID = ? ORDER BY P.DESCRIPTION", String.class, role);
    }

    private static Map<String, Integer> rows(JdbcTemplate sql) {
        return TABLES.stream().collect(Collectors.toMap(table -> table,
            table -> sql.queryForObject("SELECT COUNT(*) FROM " + table, Integer.class)));
    }

    /** The platform's tables with what a new Broadleaf 7.0 has in them, as far as it matters here. */
    private static DataSource platform(TestDatabase.Server server) {
        DataSource database = SchemaIntegrationTests.platform(server);
        JdbcTemplate sql = new JdbcTemplate(database);
        sql.execute("CREATE TABLE BLC_ADMIN_ROLE (ADMIN_ROLE_ID BIGINT NOT NULL PRIMARY KEY, NAME VARCHAR(255))");
        sql.execute("CREATE TABLE BLC_ADMIN_MODULE (ADMIN_MODULE_ID BIGINT NOT NULL PRIMARY KEY, NAME VARCHAR(255), MODULE_KEY VARCHAR(255),"
            + " ICON VARCHAR(255), DISPLAY_ORDER INT)");
        sql.execute("CREATE TABLE BLC_ADMIN_SECTION (ADMIN_SECTION_ID BIGINT NOT NULL PRIMARY KEY, NAME VARCHAR(255), SECTION_KEY VARCHAR(255) UNIQUE,"
            + " URL VARCHAR(255), CEILING_ENTITY VARCHAR(255), DISPLAY_ORDER INT, ADMIN_MODULE_ID BIGINT NOT NULL,"
            + " FOREIGN KEY (ADMIN_MODULE_ID) REFERENCES BLC_ADMIN_MODULE (ADMIN_MODULE_ID))");
        sql.execute("CREATE TABLE BLC_ADMIN_PERMISSION (ADMIN_PERMISSION_ID BIGINT NOT NULL PRIMARY KEY, DESCRIPTION VARCHAR(255), NAME VARCHAR(255),"
            + " PERMISSION_TYPE VARCHAR(255), IS_FRIENDLY BOOLEAN)");
        sql.execute("CREATE TABLE BLC_ADMIN_PERMISSION_ENTITY (ADMIN_PERMISSION_ENTITY_ID BIGINT NOT NULL PRIMARY KEY, CEILING_ENTITY VARCHAR(255),"
            + " ADMIN_PERMISSION_ID BIGINT NOT NULL, FOREIGN KEY (ADMIN_PERMISSION_ID) REFERENCES BLC_ADMIN_PERMISSION (ADMIN_PERMISSION_ID))");
        sql.execute("CREATE TABLE BLC_ADMIN_PERMISSION_XREF (ADMIN_PERMISSION_ID BIGINT NOT NULL, CHILD_PERMISSION_ID BIGINT NOT NULL,"
            + " FOREIGN KEY (ADMIN_PERMISSION_ID) REFERENCES BLC_ADMIN_PERMISSION (ADMIN_PERMISSION_ID),"
            + " FOREIGN KEY (CHILD_PERMISSION_ID) REFERENCES BLC_ADMIN_PERMISSION (ADMIN_PERMISSION_ID))");
        sql.execute("CREATE TABLE BLC_ADMIN_ROLE_PERMISSION_XREF (ADMIN_ROLE_ID BIGINT NOT NULL, ADMIN_PERMISSION_ID BIGINT NOT NULL,"
            + " FOREIGN KEY (ADMIN_ROLE_ID) REFERENCES BLC_ADMIN_ROLE (ADMIN_ROLE_ID),"
            + " FOREIGN KEY (ADMIN_PERMISSION_ID) REFERENCES BLC_ADMIN_PERMISSION (ADMIN_PERMISSION_ID))");
        sql.execute("CREATE TABLE BLC_ADMIN_SEC_PERM_XREF (ADMIN_SECTION_ID BIGINT NOT NULL, ADMIN_PERMISSION_ID BIGINT NOT NULL,"
            + " FOREIGN KEY (ADMIN_SECTION_ID) REFERENCES BLC_ADMIN_SECTION (ADMIN_SECTION_ID),"
            + " FOREIGN KEY (ADMIN_PERMISSION_ID) REFERENCES BLC_ADMIN_PERMISSION (ADMIN_PERMISSION_ID))");
        sql.update("INSERT INTO BLC_ADMIN_ROLE (ADMIN_ROLE_ID, NAME) VALUES (-1, 'ROLE_ADMIN')");
        sql.update("INSERT INTO BLC_ADMIN_ROLE (ADMIN_ROLE_ID, NAME) VALUES (-4, 'ROLE_CUSTOMER_SERVICE_REP')");
        sql.update("INSERT INTO BLC_ADMIN_MODULE (ADMIN_MODULE_ID, NAME, MODULE_KEY) VALUES (-3, 'Customer Care', 'BLCCustomerCare')");
        sql.update("INSERT INTO BLC_ADMIN_SECTION (ADMIN_SECTION_ID, NAME, SECTION_KEY, URL, ADMIN_MODULE_ID)"
            + " VALUES (-10, 'Customer', 'Customer', '/customer', -3)");
        sql.update("INSERT INTO BLC_ADMIN_PERMISSION (ADMIN_PERMISSION_ID, DESCRIPTION, NAME, PERMISSION_TYPE, IS_FRIENDLY)"
            + " VALUES (-13, 'All Order', 'PERMISSION_ALL_ORDER', 'ALL', FALSE)");
        return database;
    }

    /** Starts the beans of the modules that make tables and rows, as the back office does. */
    private static void start(JdbcTemplate sql, String mode) {
        try (AnnotationConfigApplicationContext node = new AnnotationConfigApplicationContext()) {
            node.getEnvironment().getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("returns.schema.migrate", mode)));
            node.registerBean("webDS", DataSource.class, sql::getDataSource);
            node.registerBean("entityManagerFactory", EntityManagerFactory.class, () -> Mockito.mock(EntityManagerFactory.class));
            node.register(SchemaConfiguration.class, MenuConfiguration.class);
            node.refresh();
        }
    }
}
