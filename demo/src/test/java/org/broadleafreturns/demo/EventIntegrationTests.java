package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.broadleafreturns.core.request.ItemsReturned;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.StatusChangeService;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.ClassUtils;

/** What integrators hear when goods are accepted: our event on every line, and the platform's where it has one. */
class EventIntegrationTests {

    private static final String JOHN = "john@example.com";
    private static final Long FERN = 1L;
    private static final String PLATFORMS = "org.broadleafcommerce.common.event.ItemsReturnedEvent";
    private static final boolean PLATFORM_HAS_ONE = ClassUtils.isPresent(PLATFORMS, null);

    private final List<ItemsReturned> ours = new CopyOnWriteArrayList<>();
    private final List<Object> theirs = new CopyOnWriteArrayList<>();

    @Test
    void acceptedGoodsAreToldOnceInBothWords() {
        ReturnRequest request = requestOf(2);
        Long item = TestShop.inTransaction(
            () -> TestShop.entityManager().find(ReturnRequest.class, request.getId()).getLines().get(0).getOrderItem().getId());

        listening(() -> {
            ReturnRequest received = TestShop.change(request, ReturnStatus.RECEIVED, false);
            assertThat(ours).isEmpty();
            String token = TestShop.preview(received, ReturnStatus.ACCEPTED, null, null).getToken();
            TestShop.bean(StatusChangeService.class).apply(token, false, TestShop.ADMIN);
            TestShop.bean(StatusChangeService.class).apply(token, false, TestShop.ADMIN);
        });

        Long order = request.getOrder().getId();
        assertThat(ours).containsExactly(new ItemsReturned(order, request.getNumber(), Map.of(item, 2)));
        assertThat(theirs).hasSize(PLATFORM_HAS_ONE ? 1 : 0).allSatisfy(event -> {
            assertThat(event).extracting("orderId").isEqualTo(order);
            assertThat(event).extracting("itemsAndQuantitiesReturned").isEqualTo(Map.of(item, 2));
        });
    }

    @Test
    void thePlatformIsNotToldOfWhatWasRolledBack() {
        ReturnRequest request = requestOf(1);
        String token = TestShop.preview(request, ReturnStatus.ACCEPTED, null, null).getToken();

        listening(() -> {
            PlatformTransactionManager manager =
                TestShop.get().siteContext().getBean("blTransactionManager", PlatformTransactionManager.class);
            new TransactionTemplate(manager).executeWithoutResult(status -> {
                TestShop.bean(StatusChangeService.class).apply(token, false, TestShop.ADMIN);
                status.setRollbackOnly();
            });
        });

        assertThat(ours).hasSize(1);
        assertThat(theirs).isEmpty();
    }

    @Test
    void aListenerThatFailsAfterTheCommitDoesNotMakeTheChangeLookFailed() {
        ReturnRequest request = requestOf(1);
        String token = TestShop.preview(request, ReturnStatus.ACCEPTED, null, null).getToken();
        AtomicInteger failures = new AtomicInteger();

        ReturnRequest[] changed = new ReturnRequest[1];
        hearing(event -> {
            if (isOurs(event)) {
                TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        failures.incrementAndGet();
                        throw new IllegalStateException("The stock cannot be reached");
                    }
                });
            } else if (event.getClass().getName().equals(PLATFORMS)) {
                failures.incrementAndGet();
                throw new IllegalStateException("The bank cannot be reached");
            }
        }, () -> changed[0] = TestShop.bean(StatusChangeService.class).apply(token, false, TestShop.ADMIN));

        assertThat(failures).hasValue(PLATFORM_HAS_ONE ? 2 : 1);
        assertThat(changed[0].getStatus()).isEqualTo(ReturnStatus.ACCEPTED);
        assertThat(stored(request).getStatus()).isEqualTo(ReturnStatus.ACCEPTED);
    }

    @Test
    void aListenerThatFailsWithinTheTransactionUndoesTheChange() {
        ReturnRequest request = requestOf(1);
        String token = TestShop.preview(request, ReturnStatus.ACCEPTED, null, null).getToken();

        hearing(event -> {
            if (isOurs(event)) {
                throw new IllegalStateException("The shop does not want this");
            }
        }, () -> assertThatIllegalStateException()
            .isThrownBy(() -> TestShop.bean(StatusChangeService.class).apply(token, false, TestShop.ADMIN)));

        assertThat(stored(request).getStatus()).isEqualTo(ReturnStatus.REQUESTED);
    }

    private static ReturnRequest stored(ReturnRequest request) {
        return TestShop.inTransaction(() -> TestShop.entityManager().find(ReturnRequest.class, request.getId()));
    }

    private static ReturnRequest requestOf(int quantity) {
        return TestShop.request(TestShop.newOrder(JOHN, Map.of(FERN, quantity)), 0, quantity);
    }

    private void listening(Runnable work) {
        hearing(this::hear, work);
    }

    private static void hearing(ApplicationListener<ApplicationEvent> listener, Runnable work) {
        ConfigurableApplicationContext shop = (ConfigurableApplicationContext) TestShop.get().siteContext();
        shop.addApplicationListener(listener);
        try {
            work.run();
        } finally {
            shop.getBean("applicationEventMulticaster",
                ApplicationEventMulticaster.class).removeApplicationListener(listener);
        }
    }

    private static boolean isOurs(ApplicationEvent event) {
        return event instanceof PayloadApplicationEvent<?> told && told.getPayload() instanceof ItemsReturned;
    }

    private void hear(ApplicationEvent event) {
        if (event instanceof PayloadApplicationEvent<?> told && told.getPayload() instanceof ItemsReturned returned) {
            ours.add(returned);
        } else if (event.getClass().getName().equals(PLATFORMS)) {
            theirs.add(event);
        }
    }
}
