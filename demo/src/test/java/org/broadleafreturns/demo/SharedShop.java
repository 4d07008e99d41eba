package org.broadleafreturns.demo;

import java.util.EnumMap;
import java.util.Map;
import org.broadleafreturns.demo.TestDatabase.Server;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A whole shop on a database server, in a virtual machine of its own, for all tests that want nothing else than that: each with customers
 * or orders of its own. It answers to {@code watch} and {@code asked}, and ends with the tests.
 *
 * @param mails where its mails go
 */
record SharedShop(TestDatabase database, ScriptedMailServer mails, ShopNode node) {

    private static final int HEARTBEAT_SECONDS = 10;
    private static final Map<Server, SharedShop> SHOPS = new EnumMap<>(Server.class);
    private static final Map<Server, ShopNode> SECOND_NODES = new EnumMap<>(Server.class);

    static synchronized SharedShop on(Server server) {
        return SHOPS.computeIfAbsent(server, any -> {
            TestDatabase database = RealShop.newDatabase(server);
            ScriptedMailServer mails = new ScriptedMailServer(ScriptedMailServer.Manner.ACCEPT);
            return new SharedShop(database, mails, ShopNode.startWatched(database, mails.port()).awaitReady());
        });
    }

    /** One more node of this shop, without a back office. Orders are made on the first one, which alone knows their numbers. */
    ShopNode secondNode() {
        synchronized (SharedShop.class) {
            return SECOND_NODES.computeIfAbsent(database.server(), any ->
                ShopNode.start(database, false, mails.port(), HEARTBEAT_SECONDS).awaitReady());
        }
    }

    JdbcTemplate sql() {
        return new JdbcTemplate(database.dataSource());
    }

    /** The number of a new order of a customer whom no other test knows. */
    String order(String email, String articles) {
        node.ask("customer " + email);
        return node.ask("order " + email + " " + articles);
    }
}
