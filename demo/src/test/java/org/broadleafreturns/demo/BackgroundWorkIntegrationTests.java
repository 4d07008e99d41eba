package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.broadleafreturns.core.background.BackgroundTasks;
import org.broadleafreturns.core.request.ReturnRequest;
import org.junit.jupiter.api.Test;

/** Work in the background of applications whose parts are stopped and started again, as a checkpoint does it. */
class BackgroundWorkIntegrationTests {

    @Test
    void whatIsStoppedCanBeStartedAgainAndGoesOn() {
        List<BackgroundTasks> ofBoth = List.of(TestShop.get().siteContext(), TestShop.get().adminContext()).stream()
            .map(context -> context.getBean(BackgroundTasks.class)).toList();
        String order = TestShop.newOrder("john@example.com", Map.of(1L, 1));
        ReturnRequest request;
        ofBoth.forEach(BackgroundTasks::stop);
        try {
            ofBoth.forEach(work -> assertThat(work.isRunning()).isFalse());
            request = TestShop.request(order, 0, 1);
        } finally {
            ofBoth.forEach(BackgroundTasks::start);
        }
        await().until(() -> ReceivedMails.about(request.getNumber()).size() == 1);

        for (BackgroundTasks work : ofBoth) {
            work.start();
            work.stop();
            work.stop();
            work.start();
            assertThat(work.isRunning()).isTrue();
        }
        ReturnRequest another = TestShop.request(TestShop.newOrder("john@example.com", Map.of(1L, 1)), 0, 1);
        await().until(() -> ReceivedMails.about(another.getNumber()).size() == 1);
    }
}
