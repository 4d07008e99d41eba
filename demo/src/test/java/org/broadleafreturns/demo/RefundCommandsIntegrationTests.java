package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.broadleafreturns.demo.shop.DemoOrders;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any sequence of what merchants do with refunds keeps the books right. On servers {@link RefundCrashIntegrationTests} has some. */
class RefundCommandsIntegrationTests {

    private static final int COMMANDS = 40;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void keepTheBooksRight(long seed) {
        String order = TestShop.bean(DemoOrders.class).submitPaidByCard("john@example.com", new TreeMap<>(Map.of(1L, 4, 5L, 7)));
        List<String> returns = Stream.of(3, 2, 2).map(units -> TestShop.request(order, 1, units).getNumber()).toList();

        int done = new RefundSequence(TestShop.get().adminContext(), TestShop.ADMIN, returns, seed).run(COMMANDS);

        // Sequences of which all is refused would prove nothing.
        assertThat(done).isGreaterThan(COMMANDS / 4);
    }
}
