package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import org.broadleafreturns.core.request.sequence.CommandSequence;

/**
 * Any sequence of commands, sensible or hostile, leaves in the database what the design says, on database servers and with all
 * that belongs to a running shop. The commands and the second statement of the rules are those of the core module's
 * {@code ReturnCommandsPropertyTests}.
 */
@Tag("long")
@Tag(OwnShops.TAG)
@AddLifecycleHook(InTime.class)
class ReturnCommandsIntegrationTests {

    private static final List<TestDatabase.Server> SERVERS = List.of(TestDatabase.Server.POSTGRESQL, TestDatabase.Server.MARIADB);
    private static final String KEPT = "kept ";

    private static final Map<TestDatabase.Server, ShopNode> SHOPS = new LinkedHashMap<>();

    @BeforeContainer
    static void aShopOnEachServer() {
        SERVERS.forEach(server -> SHOPS.put(server, SharedShop.on(server).node()));
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void keepTheRules(@ForAll("sequences") CommandSequence sequence) {
        String command = "sequence " + sequence.toText();
        SHOPS.values().forEach(shop -> shop.tell(command));
        Map<TestDatabase.Server, String> answers = new LinkedHashMap<>();
        SHOPS.forEach((server, shop) -> answers.put(server, shop.answer()));

        answers.forEach((server, answer) -> assertThat(answer).as("%s", server).startsWith(KEPT));
        // Sequences that come to nothing would prove nothing.
        Statistics.label("six changes or more")
            .collect(answers.values().stream().allMatch(answer -> Integer.parseInt(answer.substring(KEPT.length())) >= 6))
            .coverage(lives -> lives.check(true).percentage(share -> share > 40));
    }

    @Provide
    Arbitrary<CommandSequence> sequences() {
        return CommandSequence.any(40);
    }
}
