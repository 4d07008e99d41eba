package org.broadleafreturns.core.request;

import org.broadleafcommerce.common.event.ItemsReturnedEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells the platform in its own words of accepted goods. Its listeners know nothing of our transaction, so they are told when
 * it has committed.
 */
public class PlatformItemsReturned implements ApplicationListener<PayloadApplicationEvent<ItemsReturned>> {

    private static final Logger LOG = LoggerFactory.getLogger(PlatformItemsReturned.class);

    private final ApplicationEventPublisher events;

    public PlatformItemsReturned(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void onApplicationEvent(PayloadApplicationEvent<ItemsReturned> event) {
        ItemsReturned returned = event.getPayload();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                tell(new ItemsReturnedEvent(returned.orderId(), returned.quantities()));
            }
        });
    }

    /** A listener that fails must not keep others from hearing of the commit. */
    private void tell(ItemsReturnedEvent event) {
        try {
            events.publishEvent(event);
        } catch (RuntimeException e) {
            LOG.error("A listener of the platform's ItemsReturnedEvent has failed for order {}", event.getOrderId(), e);
        }
    }
}
